package org.voicepact.platform.entity;

import java.util.List;

/** An input that cannot be read at all: malformed JSON, a query value of the wrong form. */
public final class UnreadableInput extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnreadableInput(String detail) {
    super(Kind.UNREADABLE, detail, List.of());
  }

  /**
   * @param parameter the name of the query parameter or field that is to blame
   */
  public UnreadableInput(String parameter, String detail) {
    super(Kind.UNREADABLE, parameter + ": " + detail, List.of(new Fault(parameter, detail)));
  }
}
