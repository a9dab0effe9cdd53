package org.voicepact.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** Operators sign in at an OpenID provider; WireMock stands for it. */
class OidcIT {

  private static final String CLIENT = "voicepact console";
  private static final String SECRET = "what:the/provider knows us by";
  private static final String ME = "/api/v1/operators/me";
  private static final String FAILED = "/console?failed=provider";

  private static final OtherIssuer KEYS = new OtherIssuer();
  private static final WireMockServer PROVIDER =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  private static String issuer;
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    PROVIDER.start();
    issuer = "http://localhost:" + PROVIDER.port() + "/realms/field";
    server = VoicePactServer.start(
        "oidc",
        Map.of(
            "OIDC_ISSUER", issuer,
            "OIDC_CLIENT_ID", CLIENT,
            "OIDC_CLIENT_SECRET", SECRET,
            "OIDC_ROLE_CLAIM", "realm_access.roles",
            "OIDC_ROLES", "admin=it-staff, officer=field, officer=harvest"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    PROVIDER.stop();
    KEYS.close();
  }

  @BeforeEach
  void publish() {
    PROVIDER.resetAll();
    PROVIDER.stubFor(get("/realms/field/.well-known/openid-configuration")
        .willReturn(okJson("""
            {"issuer": "%s", "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
             "jwks_uri": "%s"}
            """.formatted(issuer, issuer, issuer, KEYS.location()))));
  }

  /** Sends a browser to the provider; the parameters that it goes with. */
  private static Map<String, String> begin(Browser browser, String query) {
    Answer answer = browser.get("/console/oidc" + query);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(issuer + "/auth?");
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(URI.create(answer.header("Location")).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return parameters;
  }

  private static Jwt token(String subject, String nonce, String... roles) {
    return new Jwt()
        .claim("iss", issuer)
        .claim("aud", CLIENT)
        .claim("sub", subject)
        .claim("nonce", nonce)
        .claim("groups", null)
        .claim("preferred_username", subject)
        .claim("name", "The " + subject)
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .header("kid", OtherIssuer.RSA_ID);
  }

  private static void answerWith(String idToken) {
    PROVIDER.stubFor(post("/realms/field/token")
        .willReturn(okJson("{\"access_token\": \"x\", \"id_token\": \"" + idToken + "\"}")));
  }

  private static Answer comeBack(Browser browser, String state) {
    return browser.get("/console/oidc/callback?code=the-code&state=" + Api.encoded(state));
  }

  /** Signs in with a token that is right but for what is changed. */
  private static Answer signIn(
      Browser browser, String subject, UnaryOperator<Jwt> changed, String... roles) {
    Map<String, String> question = begin(browser, "");
    Jwt token = changed.apply(token(subject, question.get("nonce"), roles));
    answerWith(token.rs256(KEYS.rsa().getPrivate()));
    return comeBack(browser, question.get("state"));
  }

  @Test
  void whoTheProviderKnowsIsSignedInWithTheRoleThatItGives() throws Exception {
    Browser browser = new Browser(api);
    Map<String, String> question = begin(browser, "?next=/console/contracts?a=1%26b=2");
    assertThat(question)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", server.uri("/console/oidc/callback").toString());
    answerWith(token("wanjiku", question.get("nonce"), "harvest", "other")
        .rs256(KEYS.rsa().getPrivate()));

    Answer answer = comeBack(browser, question.get("state"));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text()).contains("url=/console/contracts?a=1&amp;b=2");
    Answer me = browser.get(ME);
    assertThat(me.member("name")).isEqualTo("wanjiku");
    assertThat(me.member("display_name")).isEqualTo("The wanjiku");
    assertThat(me.member("role")).isEqualTo("officer");
    assertAskedByUs(question.get("code_challenge"));
    // The way back is gone once.
    assertThat(comeBack(browser, question.get("state")).header("Location")).isEqualTo(FAILED);
  }

  private static void assertAskedByUs(String challenge) throws Exception {
    LoggedRequest asked =
        PROVIDER.findAll(postRequestedFor(urlEqualTo("/realms/field/token"))).get(0);
    String basic = Base64.getEncoder()
        .encodeToString(
            (Api.encoded(CLIENT) + ":" + Api.encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
    assertThat(asked.getHeader("Authorization")).isEqualTo("Basic " + basic);
    String verifier = Arrays.stream(asked.getBodyAsString().split("&"))
        .filter(pair -> pair.startsWith("code_verifier="))
        .map(pair -> pair.substring("code_verifier=".length()))
        .findFirst()
        .orElseThrow();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest)).isEqualTo(challenge);
  }

  @Test
  void aTokenThatIsWrongInAnyPointSignsNobodyIn() throws Exception {
    List<UnaryOperator<Jwt>> wrong = List.of(
        token -> token.claim("nonce", "another"),
        token -> token.claim("nonce", null),
        token -> token.claim("iss", "http://localhost/realms/other"),
        token -> token.claim("aud", "another client"),
        token -> token.claim("aud", List.of(CLIENT, "another client")),
        token -> token.claim("azp", "another client"),
        token -> token.claim("exp", Instant.now().minusSeconds(60).getEpochSecond()),
        token -> token.header("kid", "unknown"));
    for (UnaryOperator<Jwt> each : wrong) {
      Browser browser = new Browser(api);
      assertThat(signIn(browser, "mallory", each, "it-staff").header("Location"))
          .isEqualTo(FAILED);
      assertThat(browser.get(ME).status()).isEqualTo(401);
    }
    for (String token : List.of(
        token("mallory", "n", "it-staff").rs256(OtherIssuer.newRsa().getPrivate()),
        token("mallory", "n", "it-staff").unsigned(),
        token("mallory", "n", "it-staff").hs256(SECRET),
        "x")) {
      Browser browser = new Browser(api);
      Map<String, String> question = begin(browser, "");
      answerWith(token);
      assertThat(comeBack(browser, question.get("state")).header("Location")).isEqualTo(FAILED);
    }
  }

  @Test
  void theAnswerToAnotherQuestionIsNotTaken() {
    Browser attacker = new Browser(api);
    Map<String, String> question = begin(attacker, "");
    answerWith(
        token("attacker", question.get("nonce"), "field").rs256(KEYS.rsa().getPrivate()));

    Browser victim = new Browser(api);
    assertThat(comeBack(victim, question.get("state")).header("Location")).isEqualTo(FAILED);
    begin(victim, "");
    assertThat(comeBack(victim, question.get("state")).header("Location")).isEqualTo(FAILED);
    String cookie = attacker.cookie("voicepact-visit");
    victim.setCookie("voicepact-visit", "A" + cookie.substring(1));
    assertThat(comeBack(victim, question.get("state")).header("Location")).isEqualTo(FAILED);
    assertThat(PROVIDER.findAll(postRequestedFor(urlEqualTo("/realms/field/token"))))
        .isEmpty();
    assertThat(attacker
            .get("/console/oidc/callback?error=access_denied&state=" + question.get("state"))
            .header("Location"))
        .isEqualTo(FAILED);
  }

  @Test
  void whereTheProviderGivesNoRoleNobodyEnters() {
    Browser browser = new Browser(api);
    assertThat(signIn(browser, "guest", token -> token, "other").header("Location"))
        .isEqualTo("/console?failed=role");
    assertThat(browser.get(ME).status()).isEqualTo(401);
  }

  @Test
  void theProviderSaysWhatSomebodyMayAndWeWhetherTheyEnter() {
    Browser before = new Browser(api);
    signIn(before, "otieno", token -> token, "it-staff", "field");
    assertThat(before.get(ME).member("role")).isEqualTo("admin");
    Browser browser = new Browser(api);
    signIn(browser, "otieno", token -> token.claim("name", "Otieno O."), "field");
    assertThat(browser.get(ME).member("role")).isEqualTo("officer");
    assertThat(browser.get(ME).member("display_name")).isEqualTo("Otieno O.");
    assertThat(before.get(ME).status()).isEqualTo(401);

    String path = "/api/v1/admin/operators/otieno";
    String[] admin = Administrator.of(server);
    assertProblem(
        api.post(path + "/password", "{\"password\": \"a plain long sentence\"}", admin), 409);
    assertThat(new Browser(api).signIn("otieno", "a plain long sentence").header("Location"))
        .isEqualTo("/console?failed=1");
    assertThat(api.send(api.request(path, admin)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"active\": false}")))
            .status())
        .isEqualTo(200);
    assertThat(browser.get(ME).status()).isEqualTo(401);
    assertThat(signIn(browser, "otieno", token -> token, "field").header("Location"))
        .isEqualTo("/console?failed=role");
  }

  @Test
  void theNameOfSomebodyElseIsNotTakenOver() {
    String[] admin = Administrator.of(server);
    api.post(
        "/api/v1/admin/operators",
        "{\"name\": \"boss\", \"role\": \"admin\", \"password\": \"a plain long sentence\"}",
        admin);
    Browser browser = new Browser(api);
    signIn(browser, "boss", token -> token, "field");

    assertThat(browser.get(ME).member("name")).matches("oidc\\.[0-9a-f]{16}");
    assertThat(browser.get(ME).member("role")).isEqualTo("officer");
  }

  @Test
  void aProviderInTroubleSignsNobodyIn() {
    Browser browser = new Browser(api);
    Map<String, String> question = begin(browser, "");
    PROVIDER.stubFor(post("/realms/field/token").willReturn(status(500)));
    assertThat(comeBack(browser, question.get("state")).header("Location")).isEqualTo(FAILED);
  }
}
