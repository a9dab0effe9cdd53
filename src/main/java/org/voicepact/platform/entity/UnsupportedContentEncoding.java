package org.voicepact.platform.entity;

import java.util.List;

/** A body in a content coding (RFC 9110, 8.4): none is read, so that a small body cannot become a large one. */
public final class UnsupportedContentEncoding extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnsupportedContentEncoding() {
    super(
        Kind.UNSUPPORTED_MEDIA_TYPE,
        "Content-Encoding is not supported: send the body as it is",
        List.of());
  }
}
