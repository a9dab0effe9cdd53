package org.voicepact.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run has seen. For several threads. */
final class Tally {

  /** A fault that was found, with the first request that showed it. */
  private record Finding(String first, int times) {}

  private static final int SHOWN = 1_500;

  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Set<String> reached = new TreeSet<>();
  private final Set<String> succeeded = new TreeSet<>();
  private final Map<String, Finding> findings = new TreeMap<>();
  private long slowestMillis;

  synchronized void answered(FuzzRequest request, int status, long millis) {
    statuses.merge(status, 1, Integer::sum);
    slowestMillis = Math.max(slowestMillis, millis);
    if (!request.otherMethod() && !request.odd()) {
      reached.add(request.operation().toString());
      // A form is answered with the page to go to.
      if (status < 400) {
        succeeded.add(request.operation().toString());
      }
    }
  }

  /**
   * @param answer as far as it came
   */
  synchronized void found(FuzzRequest request, String fault, String curl, String answer) {
    String kind = request.method() + " for " + request.operation() + ": "
        + fault.substring(0, Math.min(fault.length(), 120));
    String shown =
        fault + "\n" + curl + "\n" + answer.substring(0, Math.min(answer.length(), SHOWN));
    findings.merge(
        kind, new Finding(shown, 1), (old, more) -> new Finding(old.first(), old.times() + 1));
  }

  synchronized List<String> findings() {
    return findings.entrySet().stream()
        .map(each -> each.getKey() + " (" + each.getValue().times() + " times)\n"
            + each.getValue().first())
        .toList();
  }

  synchronized Set<String> reached() {
    return Set.copyOf(reached);
  }

  synchronized Set<String> succeeded() {
    return Set.copyOf(succeeded);
  }

  @Override
  public synchronized String toString() {
    Map<String, Integer> classes = new TreeMap<>();
    statuses.forEach((status, times) -> classes.merge(status / 100 + "xx", times, Integer::sum));
    return classes + " " + statuses + ", the slowest " + slowestMillis + " ms";
  }
}
