package org.voicepact.testing;

import java.net.http.HttpRequest.BodyPublishers;

/** The ways in which a call acts in the name of a party of a contract. */
public enum PartyAct {
  CONFIRM("POST", "/confirm", "", "reply YES-"),
  DECLINE("POST", "/decline", "", "reply NO-"),
  CANCEL("POST", "/cancel", ", \"reason\": \"The truck broke down\"", "is your code to cancel it"),
  AMEND("PUT", "", ", \"terms\": {\"total_amount\": 5}", "is your code to change its terms"),
  DISCLOSE("POST", "/disclosure", "", "is your code to see its names and numbers");

  private final String method;
  private final String path;
  private final String members;
  private final String words;

  PartyAct(String method, String path, String members, String words) {
    this.method = method;
    this.path = path;
    this.members = members;
    this.words = words;
  }

  /** What the message with the code says about it. */
  public String words() {
    return words;
  }

  /** Acts without a code. */
  public Answer by(Api api, String contractId, String phone, String... headers) {
    return send(api, contractId, "\"phone_number\": \"" + phone + "\"", headers);
  }

  public Answer withCode(Api api, String contractId, String phone, String code) {
    return send(api, contractId, "\"phone_number\": \"" + phone + "\", \"code\": \"" + code + "\"");
  }

  private Answer send(Api api, String contractId, String claim, String... headers) {
    return api.send(api.request("/api/v1/contracts/" + contractId + path, headers)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString("{" + claim + members + "}")));
  }
}
