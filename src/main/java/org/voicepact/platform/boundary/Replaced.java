package org.voicepact.platform.boundary;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;

/** How a filter says something else than was answered. */
public final class Replaced {

  private Replaced() {}

  /** Puts status, headers and entity of another answer in the place of this one’s; its other headers stay. */
  public static void by(Response other, ContainerResponseContext response) {
    response.setStatusInfo(other.getStatusInfo());
    response.getHeaders().putAll(other.getHeaders());
    response.setEntity(other.getEntity(), new Annotation[0], other.getMediaType());
  }
}
