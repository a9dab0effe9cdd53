package org.voicepact.access.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** A copy is made by the database's own tools. */
public final class NotOnThisDatabase extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotOnThisDatabase() {
    super(Kind.CONFLICT, "The database is not H2: copy it with pg_dump", List.of());
  }
}
