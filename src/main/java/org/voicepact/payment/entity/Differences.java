package org.voicepact.payment.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.payment.entity.Difference.Kind;

/** Compares a provider's statement with our books. Both must be of the same time: what is older or newer is missing. */
public final class Differences {

  private Differences() {}

  /** In the order of the statement; what stands in our books alone comes last. */
  public static List<Difference> between(
      List<StatementLine> lines, List<RecordedMovement> movements) {
    Map<String, List<StatementLine>> told = byReceipt(lines, StatementLine::receipt);
    Map<String, List<RecordedMovement>> recorded = byReceipt(
        movements.stream().filter(each -> each.receipt().isPresent()).toList(),
        each -> each.receipt().get());
    Set<String> receipts = new LinkedHashSet<>(told.keySet());
    receipts.addAll(recorded.keySet());

    List<Difference> differences = new ArrayList<>();
    for (String receipt : receipts) {
      List<StatementLine> theirs = told.getOrDefault(receipt, List.of());
      List<RecordedMovement> ours = recorded.getOrDefault(receipt, List.of());
      kind(theirs, ours)
          .map(kind -> new Difference(kind, Optional.of(receipt), theirs, ours))
          .ifPresent(differences::add);
    }
    movements.stream()
        .filter(each -> each.receipt().isEmpty())
        .map(each ->
            new Difference(Kind.WITHOUT_RECEIPT, Optional.empty(), List.of(), List.of(each)))
        .forEach(differences::add);
    return differences;
  }

  private static Optional<Kind> kind(List<StatementLine> theirs, List<RecordedMovement> ours) {
    if (theirs.size() > 1 || ours.size() > 1) {
      return Optional.of(Kind.TWICE);
    }
    if (ours.isEmpty()) {
      return Optional.of(Kind.MISSING_IN_LEDGER);
    }
    if (theirs.isEmpty()) {
      return Optional.of(Kind.MISSING_AT_PROVIDER);
    }
    return isSame(theirs.get(0), ours.get(0)) ? Optional.empty() : Optional.of(Kind.OTHER_AMOUNT);
  }

  private static boolean isSame(StatementLine theirs, RecordedMovement ours) {
    return theirs.direction() == ours.direction() && theirs.amount().equals(ours.amount());
  }

  /** A receipt as it is compared: upper and lower case are the same. */
  public static String key(String receipt) {
    return receipt.strip().toUpperCase(Locale.ROOT);
  }

  private static <T> Map<String, List<T>> byReceipt(List<T> all, Function<T, String> receipt) {
    return all.stream()
        .collect(Collectors.groupingBy(
            each -> key(receipt.apply(each)), LinkedHashMap::new, Collectors.toList()));
  }
}
