package org.voicepact.platform.entity;

import java.util.List;

/** An input that can be read but breaks a rule; it names every fault at once. */
public final class InvalidInput extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvalidInput(List<Fault> faults) {
    super(Kind.INVALID, summary(faults), faults);
  }

  public InvalidInput(String pointer, String detail) {
    this(List.of(new Fault(pointer, detail)));
  }

  private static String summary(List<Fault> faults) {
    Fault first = faults.get(0);
    String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see errors)";
    return where + first.detail() + more;
  }
}
