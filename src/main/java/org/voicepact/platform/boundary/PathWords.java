package org.voicepact.platform.boundary;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The path of a request as resources are found by it: without matrix parameters and without empty segments. */
public final class PathWords {

  private PathWords() {}

  public static List<String> of(UriInfo uri) {
    return uri.getPathSegments().stream()
        .map(PathSegment::getPath)
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
