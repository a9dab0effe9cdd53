package org.voicepact.platform.boundary;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;

/** The path of a request as resources are found by it: without matrix parameters and without empty segments. */
public final class PathWords {

  private PathWords() {}

  public static List<String> of(UriInfo uri) {
    List<String> words = new ArrayList<>();
    // No stream: this is done for each request.
    for (PathSegment segment : uri.getPathSegments()) {
      if (!segment.getPath().isEmpty()) {
        words.add(segment.getPath());
      }
    }
    return words;
  }
}
