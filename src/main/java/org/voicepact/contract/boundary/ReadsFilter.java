package org.voicepact.contract.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.contract.control.RecordingReads;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.PathWords;

/** Sees which contract was read by a request, before the answer leaves. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class ReadsFilter implements ContainerResponseFilter {

  /** As {@code api/v1/contracts/AG-2026-000001/proof}; the last part may be missing. */
  private static final List<String> BEFORE_ID = List.of("api", "v1", "contracts");

  @Inject
  private RecordingReads reads;

  @Inject
  private CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (reads.isOn() && response.getStatus() == Response.Status.OK.getStatusCode()) {
      List<String> path = PathWords.of(request.getUriInfo());
      if (path.size() > BEFORE_ID.size() && path.subList(0, BEFORE_ID.size()).equals(BEFORE_ID)) {
        record(request.getMethod(), path);
      }
    }
  }

  private void record(String method, List<String> path) {
    String what = path.size() > BEFORE_ID.size() + 1 ? path.get(BEFORE_ID.size() + 1) : "contract";
    Optional<ContractId> contract = ContractId.parse(path.get(BEFORE_ID.size()));
    if (contract.isPresent() && isRead(method, what)) {
      reads.record(contract.get(), current.actor(), what);
    }
  }

  /** Disclosure and proof are also asked for by POST, because a code must not stand in an address. */
  private static boolean isRead(String method, String what) {
    return method.equals(HttpMethod.GET)
        || method.equals(HttpMethod.POST) && (what.equals("disclosure") || what.equals("proof"));
  }
}
