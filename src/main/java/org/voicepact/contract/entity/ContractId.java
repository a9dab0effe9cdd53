package org.voicepact.contract.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id that people say and type on a keypad: type, year and number, as {@code AG-2026-000123}.
 *
 * @param value in capitals
 */
public record ContractId(String value) {

  /** For the template of a path; upper and lower case are the same. */
  public static final String PATTERN = "[A-Za-z]{2}-[0-9]{4}-[0-9]{3,12}";

  private static final Pattern FORM = Pattern.compile("(AG|SV|GP|LG|VC)-[0-9]{4}-[0-9]{3,12}");

  public ContractId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a contract id");
    }
  }

  public static ContractId of(ContractType type, int year, long number) {
    return new ContractId(String.format(Locale.ROOT, "%s-%04d-%06d", type.prefix(), year, number));
  }

  /** The id, where the text is one. */
  public static Optional<ContractId> parse(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    return FORM.matcher(capitals).matches()
        ? Optional.of(new ContractId(capitals))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
