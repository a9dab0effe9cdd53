package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.voicepact.access.control.BrowserCheck;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.ForeignPage;
import org.voicepact.access.entity.Roles;

/**
 * Decides who may open a WebSocket: the filters of the API do not see its handshake, and browsers hold no page back from
 * opening one at another site.
 */
@WebFilter(urlPatterns = SocketFilter.SOCKETS, asyncSupported = true)
public class SocketFilter extends HttpFilter {

  static final String SOCKETS = "/api/v1/ws/*";

  private static final long serialVersionUID = 1L;
  private static final Set<String> ANY_OF =
      Set.of(Roles.READ, Roles.PAYMENTS, Roles.PARTY, Roles.PROGRESS);

  @Inject
  private transient BrowserCheck check;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller = StandingCaller.of(request.getUserPrincipal()).caller();
    if (!isFromOurPages(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (ANY_OF.stream().noneMatch(caller::may)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isFromOurPages(HttpServletRequest request) {
    try {
      // As strictly as what changes something: who listens gets what a page could not read.
      check.check(
          "POST",
          values(request, "Origin"),
          values(request, "Sec-Fetch-Site"),
          request.getHeader("Host"));
      return true;
    } catch (ForeignPage foreign) {
      return false;
    }
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
