package org.voicepact.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.voicepact.testing.Api;

/** Entries of the audit log as the API gives them, each without its hash and path. */
record AuditEntries(List<JsonNode> list) {

  /** The {@code entries} of an answer. */
  static AuditEntries of(JsonNode answer) {
    return new AuditEntries(StreamSupport.stream(answer.path("entries").spliterator(), false)
        .map(each -> each.path("entry"))
        .toList());
  }

  static AuditEntries of(Api api, String contractId) {
    return of(api.get("/api/v1/contracts/" + contractId + "/audit").json());
  }

  List<String> actions() {
    return list.stream().map(entry -> entry.path("action").asText()).toList();
  }

  Stream<JsonNode> with(String action) {
    return list.stream().filter(entry -> entry.path("action").asText().equals(action));
  }

  JsonNode first(String action) {
    return with(action).findFirst().orElseThrow();
  }
}
