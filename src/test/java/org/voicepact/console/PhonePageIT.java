package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.VoicePactServer;

/** The telephone in the browser. What it sends is what a gateway sends; here is what it is shown. */
@OnSharedServer
class PhonePageIT {

  private static final PhoneRange PHONES = new PhoneRange(5900);
  private static final Pattern ADDRESS = Pattern.compile("\"(/(?:api|phone)[a-z0-9/]+)");

  private static String policySource(String page, String element) throws Exception {
    Matcher inline =
        Pattern.compile("(?s)<" + element + ">(.*)</" + element + ">").matcher(page);
    assertThat(inline.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256")
        .digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
    return element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void thePageRunsItsOwnScriptAndNoOther(Api api) throws Exception {
    Answer page = api.get("/phone");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; connect-src 'self'; ")
        .contains(policySource(page.text(), "script"), policySource(page.text(), "style"));
  }

  @Test
  void whatThePageCallsIsThere(Api api) {
    List<String> addresses = ADDRESS
        .matcher(api.get("/phone").text())
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();

    assertThat(addresses)
        .contains("/api/v1/sms/webhook", "/phone/messages", "/phone/prompts", "/phone/numbers");
    assertThat(addresses)
        .allSatisfy(address -> assertThat(api.get(address).status()).isNotEqualTo(404));
  }

  @Test
  void aTelephoneShowsWhatItGotAndWhatItSent(Api api, VoicePactServer server) {
    String seller = PHONES.next();
    String id = api.newContract(seller, PHONES.next());
    server.awaitMessage(seller, id);
    String confirmation = "YES-" + id;
    api.sms(seller, confirmation);
    server.awaitMessage(seller, "You confirmed");

    JsonNode messages =
        api.get("/phone/messages?phone_number=%2B" + seller.substring(1)).json().path("messages");

    List<String> texts = new ArrayList<>();
    messages.forEach(message -> texts.add(
        (message.has("status") ? "got " : "sent ") + message.path("text").asText()));
    assertThat(texts).hasSize(3);
    assertThat(texts.get(0)).startsWith("got VoicePact " + id);
    assertThat(texts.get(1)).isEqualTo("sent " + confirmation);
    assertThat(texts.get(2)).startsWith("got You confirmed " + id);
    assertThat(api.get("/phone/numbers").json().path("numbers"))
        .anySatisfy(number -> assertThat(number.asText()).isEqualTo(seller));
  }

  @Test
  void aNumberIsNeeded(Api api) {
    for (String query : List.of("", "?phone_number=MTN")) {
      Answer answer = api.get("/phone/messages" + query);

      assertProblem(answer, 422);
      assertThat(answer.text()).contains("phone_number");
    }
  }

  @Test
  void aPageOfAnotherSiteThatWasLedHereIsShownNothing(VoicePactServer server) {
    for (String path : List.of("/phone/messages?phone_number=%2B254712345678", "/phone/numbers")) {
      String answer = RawHttp.send(server, "GET http://example.org" + path + " HTTP/1.1", "", "");

      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(404);
    }
  }
}
