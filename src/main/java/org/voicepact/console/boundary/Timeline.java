package org.voicepact.console.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What happened to a contract, from its entries in the audit log. They name parties by commitments; which party has which
 * is said by the canonical form, whose parties stand in the order of the contract's.
 */
final class Timeline {

  private static final String PARTY = "party:";
  private static final String READ = "contract.read";
  private static final String MESSAGE = "message.";
  private static final String PAYMENT = "payment.updated";

  private Timeline() {}

  /**
   * @param audit what {@code GET …/audit} answers
   * @param canonical what {@code GET …/canonical} answers
   * @param contract what {@code GET …} answers
   * @param role says the name of a role
   */
  static List<Map<String, Object>> of(
      Map<String, Object> audit,
      Map<String, Object> canonical,
      Map<String, Object> contract,
      UnaryOperator<String> role) {
    Map<String, String> names = names(canonical, contract, role);
    List<Map<String, Object>> timeline = new ArrayList<>();
    for (Map<String, Object> each : maps(audit.get("entries"))) {
      Map<String, Object> entry = map(each.get("entry"));
      if (!isAside((String) entry.get("action"))) {
        timeline.add(line(entry, names));
      }
    }
    return timeline;
  }

  /** Who looked, and what was sent, is told elsewhere, with how far each message has come. */
  static boolean isAside(String action) {
    return action.equals(READ) || action.startsWith(MESSAGE);
  }

  private static Map<String, Object> line(Map<String, Object> entry, Map<String, String> names) {
    String actor = (String) entry.get("actor");
    String action = (String) entry.get("action");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("action", action.replace('.', '-'));
    line.put("payment", action.equals(PAYMENT) ? map(entry.get("data")).get("payment_status") : "");
    line.put("time", entry.get("time"));
    line.put("channel", entry.get("channel"));
    line.put("assurance", entry.getOrDefault("assurance", ""));
    line.put("who", names.getOrDefault(actor, ""));
    line.put("actor", actor.replaceFirst(":.*", ""));
    return line;
  }

  private static Map<String, String> names(
      Map<String, Object> canonical, Map<String, Object> contract, UnaryOperator<String> role) {
    Map<String, String> byCommitment = new HashMap<>();
    Map<String, List<String>> persons = new HashMap<>();
    for (Map<String, Object> party : maps(contract.get("parties"))) {
      persons
          .computeIfAbsent((String) party.get("role"), any -> new ArrayList<>())
          .add((String) party.get("name"));
    }
    for (Map<String, Object> party : maps(canonical.get("parties"))) {
      String named = (String) party.get("role");
      List<String> known = persons.getOrDefault(named, List.of());
      String said = role.apply(named);
      // Of several witnesses the canonical form does not tell which is which.
      String name =
          known.size() == 1 && known.get(0) != null ? known.get(0) + " (" + said + ")" : said;
      byCommitment.put(PARTY + party.get("commitment"), name);
    }
    return byCommitment;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
