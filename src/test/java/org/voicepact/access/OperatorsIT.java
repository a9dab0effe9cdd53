package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** People in the office sign in, are let in as far as their role goes, and are administered. */
class OperatorsIT {

  private static final String ADMIN = "Boss";
  private static final String PASSWORD = "a plain long sentence";
  private static final String OTHER_PASSWORD = "another plain sentence";
  private static final String OPERATORS = "/api/v1/admin/operators";
  private static final String ME = "/api/v1/operators/me";

  private static VoicePactServer server;
  private static Api api;
  private static Browser admin;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("AUTH_MODE", "api-key");
    settings.put("ADMIN_USER", ADMIN);
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("operators", settings);
    api = Api.documented(server);
    admin = Browser.of(api, ADMIN, PASSWORD);
    for (String role : List.of("viewer", "officer", "mediator")) {
      assertThat(make(role, role).status()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer make(String name, String role) {
    return admin.post(OPERATORS, """
        {"name": "%s", "display_name": "The %s", "role": "%s", "language": "sw", "password": "%s"}
        """.formatted(name, role, role, PASSWORD));
  }

  private static Browser as(String name) {
    return Browser.of(api, name, PASSWORD);
  }

  private static List<String> setCookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie");
  }

  @Test
  void whoSignsInGetsACookieThatNoScriptReadsAndNoOtherSiteSends() {
    Answer answer = new Browser(api).signIn(ADMIN, PASSWORD);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/console");
    assertThat(setCookies(answer)).hasSize(2);
    assertThat(setCookies(answer).get(0))
        .matches("voicepact=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    assertThat(setCookies(answer).get(1))
        .matches(
            "voicepact-device=[A-Za-z0-9_.-]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=15552000");
  }

  @Test
  void theLoginNameHasNoCapitalsAndTheSessionKnowsWhoItIs() {
    Answer me = Browser.of(api, "VIEWER", PASSWORD).get(ME);

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.member("name")).isEqualTo("viewer");
    assertThat(me.member("display_name")).isEqualTo("The viewer");
    assertThat(me.member("role")).isEqualTo("viewer");
    assertThat(me.member("language")).isEqualTo("sw");
    assertThat(me.member("csrf_token")).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void aWrongPasswordAndANameOfNobodyLookTheSame() {
    for (String name : List.of("mediator", "nobody", "no name\u0000", " ", "mediator'--")) {
      Answer answer = new Browser(api).signIn(name, "is it this perhaps?");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/console?failed=1");
      assertThat(setCookies(answer)).isEmpty();
    }
  }

  @Test
  void theFormLeadsOnToAPageOfOursAlone() {
    for (String page : List.of("/console/contracts?status=pending&q=%2B254", "/console/a/b")) {
      Answer answer = signIn(page);
      assertThat(answer.header("Location")).isEqualTo(page);
    }
    for (String page : List.of(
        "//evil.example",
        "/console//evil.example",
        "/consoleevil",
        "https://evil.example/console",
        "/console\\evil",
        "/console/\r\nSet-Cookie: a=b",
        "/api/v1/keys")) {
      assertThat(signIn(page).header("Location")).isEqualTo("/console");
    }
  }

  private static Answer signIn(String next) {
    return new Browser(api)
        .form("/console/sign-in", Map.of("name", ADMIN, "password", PASSWORD, "next", next));
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Browser viewer = as("viewer");
    Browser thief = new Browser(api);
    thief.setCookie("voicepact", viewer.cookie("voicepact"));
    assertThat(thief.get(ME).status()).isEqualTo(200);

    Answer answer = viewer.ownForm("/console/sign-out", Map.of());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(setCookies(answer).get(0)).startsWith("voicepact=;").endsWith("Max-Age=0");
    assertThat(viewer.cookie("voicepact")).isEmpty();
    assertProblem(thief.get(ME), 401);
  }

  @Test
  void aCookieThatOpensNothingIsNone() {
    Browser late = new Browser(api);
    for (String token : List.of("A".repeat(43), "x", "")) {
      late.setCookie("voicepact", token);
      assertProblem(late.get(ME), 401);
      assertThat(late.get("/api/v1/keys").status()).isEqualTo(200);
      assertThat(late.form("/console/sign-out", Map.of()).status()).isEqualTo(303);
    }
  }

  @Test
  void aHeaderGoesBeforeTheCookie() {
    String[] both = {"Cookie", "voicepact=" + as("viewer").cookie("voicepact"), "X-API-Key", "wrong"
    };
    assertProblem(api.get(ME, both), 403);
  }

  @Test
  void withoutTheTokenOfTheSessionNothingIsChanged() {
    Browser officer = as("officer");
    String contract = Api.contract(Api.SELLER, Api.BUYER);
    String path = "/api/v1/contracts/create/manual";

    assertProblem(api.post(path, contract, officer.headers()), 403);
    assertProblem(officer.form("/console/sign-out", Map.of()), 403);
    assertProblem(officer.form("/console/sign-out", Map.of("csrf", "")), 403);
    assertProblem(officer.form("/console/sign-out", Map.of("csrf", as("viewer").csrfToken())), 403);
    assertProblem(
        officer.form("/console/sign-out", Map.of("csrf", officer.csrfToken() + "x")), 403);
    assertThat(officer.post(path, contract).status()).isEqualTo(201);
    assertThat(officer.get(ME).status()).isEqualTo(200);
  }

  @Test
  void aFormIsReadAfterItsTokenWas() {
    Answer answer = as("viewer")
        .ownForm("/console/first", Map.of("token", "x", "name", "a b", "password", PASSWORD));
    assertProblem(answer, 422);
    assertThat(answer.faults()).containsExactly("name");
  }

  @Test
  void whatAnOfficerDoesForAPartySaysSo() {
    Browser officer = as("officer");
    String id = officer
        .post("/api/v1/contracts/create/manual", Api.contract(Api.SELLER, Api.BUYER))
        .member("contract_id");
    String confirm = "/api/v1/contracts/" + id + "/confirm";
    assertThat(
            officer.post(confirm, "{\"phone_number\": \"" + Api.SELLER + "\"}").status())
        .isEqualTo(200);

    JsonNode signed = officer.get("/api/v1/contracts/" + id + "/signatures").json();
    assertThat(signed.findValuesAsText("assurance")).containsOnly("operator");
    assertThat(actedForParty(id, officer).at("/data/act").asText()).isEqualTo("party.confirmed");
    String proof = officer.get("/api/v1/contracts/" + id + "/proof").text();
    Answer verified = api.post("/api/v1/verify", proof);
    assertThat(verified.member("verdict")).as(verified.text()).isEqualTo("holds");
    Answer paper = officer.get("/api/v1/contracts/" + id + "/certificate.pdf");
    assertThat(paper.status()).isEqualTo(200);
  }

  /** No statement is signed about it, so only the log can say who it was. */
  @Test
  void whoCancelsInThePartysNameIsInTheLog() {
    Browser officer = as("officer");
    String id = officer
        .post("/api/v1/contracts/create/manual", Api.contract(Api.SELLER, Api.BUYER))
        .member("contract_id");
    String body = "{\"phone_number\": \"" + Api.SELLER + "\", \"reason\": \"no harvest\"}";

    assertThat(officer.post("/api/v1/contracts/" + id + "/cancel", body).status())
        .isEqualTo(200);

    assertThat(actedForParty(id, officer).path("data").toString())
        .isEqualTo("{\"act\":\"contract.cancelled\"}");
  }

  private static JsonNode actedForParty(String contract, Browser officer) {
    VoicePactServer.await(
        "the entries are in the log",
        () -> entry(contract, "operator.acted-for-party").isObject());
    JsonNode entry = entry(contract, "operator.acted-for-party");
    assertThat(entry.path("actor").asText())
        .isEqualTo("operator:" + officer.get(ME).member("id"));
    return entry;
  }

  private static JsonNode entry(String subject, String action) {
    for (JsonNode each : admin.get("/api/v1/audit/entries?limit=1000").json().path("entries")) {
      JsonNode entry = each.path("entry");
      if (entry.path("subject").asText().equals(subject)
          && entry.path("action").asText().equals(action)) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void aPageOfAnotherSiteSignsNobodyIn() {
    Map<String, String> form = Map.of("name", ADMIN, "password", PASSWORD);
    assertProblem(
        new Browser(api).form("/console/sign-in", form, "Origin", "https://evil.example"), 403);
    assertProblem(
        new Browser(api).form("/console/sign-in", form, "Sec-Fetch-Site", "cross-site"), 403);
  }

  @Test
  void eachRoleMayDoWhatItIsThereFor() {
    String path = "/api/v1/contracts/create/manual";
    String contract = Api.contract(Api.SELLER, Api.BUYER);
    Browser officer = as("officer");
    String id = officer.post(path, contract).member("contract_id");
    String resolve = "/api/v1/contracts/" + id + "/resolve";
    String decision = "{\"outcome\": \"cancelled\", \"reason\": \"both agree\"}";
    Browser nobody = new Browser(api);
    Browser viewer = as("viewer");
    Browser mediator = as("mediator");
    List<Browser> all = List.of(nobody, viewer, officer, mediator, admin);

    assertReads(all, "/api/v1/contracts", 401, 200, 200, 200, 200);
    assertReads(all, "/api/v1/sms/messages", 401, 403, 200, 200, 200);
    assertReads(all, "/api/v1/audit/entries", 401, 403, 403, 403, 200);
    assertReads(all, "/api/v1/api-keys", 401, 403, 403, 403, 200);
    assertReads(all, OPERATORS, 401, 403, 403, 403, 200);
    assertReads(all, ME, 401, 200, 200, 200, 200);
    assertThat(api.post(path, contract).status()).isEqualTo(401);
    assertThat(viewer.post(path, contract).status()).isEqualTo(403);
    assertThat(officer.post(path, contract).status()).isEqualTo(201);
    // An officer is asked for the mediator's number; whoever decides is told that there is no
    // dispute.
    assertThat(api.post(resolve, decision, nobody.headers()).status()).isEqualTo(401);
    assertThat(viewer.post(resolve, decision).status()).isEqualTo(403);
    assertThat(officer.post(resolve, decision).status()).isEqualTo(422);
    assertThat(mediator.post(resolve, decision).status()).isEqualTo(409);
    assertThat(admin.post(resolve, decision).status()).isEqualTo(409);
  }

  private static void assertReads(List<Browser> browsers, String path, Integer... expected) {
    assertThat(browsers)
        .as(path)
        .extracting(browser -> browser.get(path).status())
        .containsExactly(expected);
  }

  @Test
  void whatChangesAnOperatorEndsTheSessions() {
    make("amina", "officer");
    for (String change : List.of("{\"role\": \"viewer\"}", "{\"active\": false}")) {
      Browser amina = as("amina");
      assertThat(admin.patch(OPERATORS + "/amina", change).status()).isEqualTo(200);
      assertThat(amina.get(ME).status()).isEqualTo(401);
    }
    assertThat(new Browser(api).signIn("amina", PASSWORD).header("Location"))
        .isEqualTo("/console?failed=1");
    Answer active = admin.patch(
        OPERATORS + "/Amina",
        "{\"active\": true, \"display_name\": \"Amina J.\", \"language\": \"fr\"}");
    assertThat(active.member("display_name")).isEqualTo("Amina J.");
    assertThat(active.member("language")).isEqualTo("fr");
    Browser amina = as("amina");
    assertThat(admin.patch(OPERATORS + "/amina", "{\"display_name\": \"A\"}").status())
        .isEqualTo(200);
    assertThat(amina.get(ME).status()).isEqualTo(200);
    assertThat(admin
            .post(OPERATORS + "/amina/password", "{\"password\": \"" + OTHER_PASSWORD + "\"}")
            .status())
        .isEqualTo(204);
    assertThat(amina.get(ME).status()).isEqualTo(401);
    assertThat(Browser.of(api, "amina", OTHER_PASSWORD).get(ME).status()).isEqualTo(200);
  }

  @Test
  void whoKnowsTheOldPasswordSetsAnother() {
    make("juma", "viewer");
    Browser juma = as("juma");
    String path = ME + "/password";
    String form = "{\"old_password\": \"%s\", \"password\": \"%s\"}";

    assertProblem(juma.post(path, form.formatted("not the old one", OTHER_PASSWORD)), 403);
    Answer weak = juma.post(path, form.formatted(PASSWORD, "voicepactjuma"));
    assertProblem(weak, 422);
    assertThat(weak.faults()).containsExactly("/password");
    assertThat(juma.post(path, form.formatted(PASSWORD, OTHER_PASSWORD)).status())
        .isEqualTo(204);
    assertThat(juma.get(ME).status()).isEqualTo(401);
    assertThat(Browser.of(api, "juma", OTHER_PASSWORD).get(ME).status()).isEqualTo(200);
  }

  @Test
  void everyFaultOfANewOperatorIsNamed() {
    Answer answer = admin.post(
        OPERATORS,
        "{\"name\": \"a b\", \"role\": \"king\", \"language\": \"de\", \"password\": \"short\", \"x\": 1}");
    assertProblem(answer, 422);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder("/x", "/name", "/role", "/language", "/password");
    assertProblem(make("VIEWER", "viewer"), 409);
    assertProblem(admin.patch(OPERATORS + "/nobody", "{}"), 404);
    assertProblem(
        admin.post(OPERATORS + "/no%20body/password", "{\"password\": \"" + PASSWORD + "\"}"), 404);
  }

  @Test
  void theLastAdministratorStaysOne() {
    assertProblem(admin.patch(OPERATORS + "/boss", "{\"role\": \"viewer\"}"), 409);
    assertProblem(admin.patch(OPERATORS + "/boss", "{\"active\": false}"), 409);
    assertThat(admin.get(ME).status()).isEqualTo(200);
  }

  @Test
  void theLogNamesOperatorsByTheirIdsAndHoldsNoNames() {
    make("halima.the.auditor", "viewer");
    Browser halima = as("halima.the.auditor");
    String id = halima.get(ME).member("id");
    halima.ownForm("/console/sign-out", Map.of());
    new Browser(api).signIn("halima.the.auditor", "something else here");

    VoicePactServer.await("the entries are in the log", () -> actions(id).size() == 4);
    assertThat(actions(id))
        .containsExactlyInAnyOrder(
            "operator.made by another",
            "operator.signed-in by herself",
            "operator.signed-out by herself",
            "operator.refused by anonymous");
    assertThat(admin.get("/api/v1/audit/entries?limit=1000").text())
        .doesNotContain("halima", "127.0.0.1");
  }

  private static Set<String> actions(String id) {
    Set<String> actions = new HashSet<>();
    for (JsonNode each : admin.get("/api/v1/audit/entries?limit=1000").json().path("entries")) {
      JsonNode entry = each.path("entry");
      String actor = entry.path("actor").asText();
      if (entry.path("subject").asText().equals(id)) {
        actions.add(entry.path("action").asText() + " by "
            + (actor.equals("operator:" + id)
                ? "herself"
                : actor.replaceAll("operator:.*", "another")));
      }
    }
    return actions;
  }
}
