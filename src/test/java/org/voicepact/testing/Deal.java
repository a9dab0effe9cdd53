package org.voicepact.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a request that makes a contract, member by member, so that each can be replaced by anything. */
public final class Deal {

  private final Map<String, String> members = new LinkedHashMap<>();

  /** A body that {@code POST /contracts/create/manual} takes. */
  public static Deal manual(String seller, String buyer) {
    return new Deal()
        .with("product", "\"Maize\"")
        .with("total_amount", "350000")
        .with("parties", parties(party("seller", seller), party("buyer", buyer)));
  }

  /** A body that {@code POST /contracts/create} takes. */
  public static Deal spoken(String seller, String buyer) {
    return new Deal()
        .with("transcript", "\"I sell you 100 bags.\\nYes, for 3500 each.\"")
        .with("terms", "{\"product\": \"Maize\", \"total_amount\": 350000}")
        .with("parties", parties(party("seller", seller), party("buyer", buyer)));
  }

  /**
   * @param json the value as it stands in the body, well-formed or not
   */
  public Deal with(String member, String json) {
    members.put(member, json);
    return this;
  }

  public Deal without(String member) {
    members.remove(member);
    return this;
  }

  public static String party(String role, String phone) {
    return "{\"role\": \"" + role + "\", \"phone_number\": \"" + phone + "\"}";
  }

  public static String parties(String... parties) {
    return "[" + String.join(", ", parties) + "]";
  }

  public String json() {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
