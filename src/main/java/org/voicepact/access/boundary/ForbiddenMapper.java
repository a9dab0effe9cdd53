package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.access.control.AccessSettings;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.platform.boundary.RefusalMapper;

/** What the container forbids by the annotation of a method: 401 for one who can still show a credential, else 403. */
@Provider
public class ForbiddenMapper implements ExceptionMapper<ForbiddenException> {

  @Inject
  private CurrentCaller current;

  @Inject
  private AccessSettings settings;

  @Inject
  private RefusalMapper refusals;

  @Override
  public Response toResponse(ForbiddenException exception) {
    return refusals.toResponse(reason(current.get()));
  }

  private AccessRefusal reason(Caller caller) {
    if (caller.isAnonymous()) {
      return AccessRefusal.credentialNeeded();
    }
    if (caller.kind() == Caller.Kind.OPERATOR) {
      return AccessRefusal.roleTooNarrow();
    }
    boolean holdsBareKey = caller.kind() == Caller.Kind.KEY && caller.claims().isEmpty();
    return holdsBareKey && !settings.takesKeys()
        ? AccessRefusal.tokenNeeded()
        : AccessRefusal.scopeTooNarrow();
  }
}
