package org.voicepact.access.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** A browser wants to change something for a page of another site, which its user may not even know of. */
public final class ForeignPage extends Refusal {

  private static final long serialVersionUID = 1L;

  public ForeignPage() {
    super(
        Kind.FORBIDDEN,
        "A browser sent this for a page of another site, and CORS_ORIGINS does not list that site's origin",
        List.of());
  }
}
