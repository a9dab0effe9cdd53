package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log of a contract tells people, and in whose name. */
class TimelineTest {

  private static final String TIME = "2026-11-30T10:00:00.000Z";

  private static Map<String, Object> party(String role, String name) {
    Map<String, Object> party = new HashMap<>();
    party.put("role", role);
    party.put("name", name);
    return party;
  }

  private static Map<String, Object> committed(String role, String commitment) {
    return Map.of("role", role, "commitment", commitment);
  }

  private static Map<String, Object> entry(String action, String actor) {
    return new LinkedHashMap<>(
        Map.of("action", action, "actor", actor, "time", TIME, "channel", "sms"));
  }

  @SafeVarargs
  private static List<Map<String, Object>> timeline(Map<String, Object>... entries) {
    return Timeline.of(
        Map.of(
            "entries",
            Arrays.stream(entries)
                .map(each -> Map.<String, Object>of("entry", each))
                .toList()),
        Map.of(
            "parties",
            List.of(
                committed("seller", "aa"),
                committed("buyer", "bb"),
                committed("witness", "cc"),
                committed("witness", "dd"))),
        Map.of(
            "parties",
            List.of(
                party("seller", "Wanjiku"),
                party("buyer", null),
                party("witness", "Asha"),
                party("witness", "Otieno"))),
        role -> role.toUpperCase(Locale.ROOT));
  }

  private static Object who(String actor) {
    return timeline(entry("party.confirmed", actor)).get(0).get("who");
  }

  @Test
  void anEntryBecomesALineInItsOrder() {
    Map<String, Object> claimed = entry("party.confirmed", "party:aa");
    claimed.put("assurance", "gateway");

    assertThat(timeline(entry("contract.created", "api-key:42"), claimed))
        .containsExactly(
            Map.of(
                "action",
                "contract-created",
                "payment",
                "",
                "time",
                TIME,
                "channel",
                "sms",
                "assurance",
                "",
                "who",
                "",
                "actor",
                "api-key"),
            Map.of(
                "action",
                "party-confirmed",
                "payment",
                "",
                "time",
                TIME,
                "channel",
                "sms",
                "assurance",
                "gateway",
                "who",
                "Wanjiku (SELLER)",
                "actor",
                "party"));
  }

  @Test
  void whoHasNoNameIsCalledByTheRole() {
    assertThat(who("party:bb")).isEqualTo("BUYER");
  }

  @Test
  void ofSeveralInARoleNoneIsTakenForTheOther() {
    assertThat(who("party:cc")).isEqualTo("WITNESS");
    assertThat(who("party:dd")).isEqualTo("WITNESS");
  }

  @Test
  void whoIsNoPartyOfTheContractHasNoName() {
    assertThat(who("party:ee")).isEqualTo("");
    assertThat(who("system")).isEqualTo("");
  }

  @Test
  void whatBecameOfAPaymentIsSaid() {
    Map<String, Object> updated = entry("payment.updated", "system");
    updated.put("data", Map.of("payment_status", "locked"));

    assertThat(timeline(updated).get(0))
        .containsEntry("action", "payment-updated")
        .containsEntry("payment", "locked");
  }

  @Test
  void whatIsToldElsewhereIsLeftOut() {
    assertThat(timeline(
            entry("contract.read", "operator:1"),
            entry("message.sent", "system"),
            entry("party.declined", "party:aa")))
        .extracting(line -> line.get("action"))
        .containsExactly("party-declined");
  }
}
