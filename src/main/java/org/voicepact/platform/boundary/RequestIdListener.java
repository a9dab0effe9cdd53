package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import org.voicepact.platform.control.RequestIds;

/** Takes or makes the id of a request before anything else looks at it, and forgets it behind everything else. */
@WebListener
public class RequestIdListener implements ServletRequestListener {

  static final String HEADER = "X-Request-Id";

  @Inject
  private RequestIds ids;

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    ids.begin(((HttpServletRequest) event.getServletRequest()).getHeader(HEADER));
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    ids.end();
  }
}
