package org.voicepact.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.voicepact.testing.Api;

/**
 * Stands in for Africa's Talking, with the shapes that public projects have recorded of it. What it answers is chosen
 * by the number that a message is for.
 */
final class Provider implements AutoCloseable {

  private static final String PATH = "/version1/messaging";

  private final WireMockServer server = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  Provider() {
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** The next and all later messages for a number are answered so; the last word counts. */
  void answer(String phone, ResponseDefinitionBuilder response) {
    server.stubFor(post(urlEqualTo(PATH))
        .withRequestBody(containing(Api.encoded(phone)))
        .willReturn(response));
  }

  void take(String phone, String id) {
    answer(phone, taken(Map.of(phone, id)));
  }

  /**
   * Takes every message for a single number, by an id of its own.
   *
   * @param millis how long it takes
   */
  void takeAll(int millis) {
    server.stubFor(post(urlEqualTo(PATH))
        .willReturn(created(recipient(
                "{{formData request.body 'form' urlDecode=true}}{{form.to}}",
                101,
                "Success",
                "ATXid_{{randomValue length=32 type='HEXADECIMAL'}}"))
            .withFixedDelay(millis)
            .withTransformers("response-template")));
  }

  static ResponseDefinitionBuilder taken(Map<String, String> idByPhone) {
    return created(idByPhone.entrySet().stream()
        .map(each -> recipient(each.getKey(), 101, "Success", each.getValue()))
        .collect(Collectors.joining(",")));
  }

  static ResponseDefinitionBuilder created(String recipients) {
    return json(
        201,
        "{\"SMSMessageData\":{\"Message\":\"Sent to 1/1 Total Cost: KES 0.8000\",\"Recipients\":["
            + recipients + "]}}");
  }

  static String recipient(String phone, int code, String status, String id) {
    return "{\"cost\":\"KES 0.8000\",\"messageId\":\"" + id + "\",\"number\":\"" + phone
        + "\",\"status\":\"" + status + "\",\"statusCode\":" + code + "}";
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  /** The calls that named a number, each as its fields. */
  List<Map<String, String>> calls(String phone) {
    return server
        .findAll(postRequestedFor(urlEqualTo(PATH)).withRequestBody(containing(Api.encoded(phone))))
        .stream()
        .map(Provider::fields)
        .toList();
  }

  /** The value of a header of the last call that named a number. */
  String header(String phone, String name) {
    List<LoggedRequest> found = server.findAll(
        postRequestedFor(urlEqualTo(PATH)).withRequestBody(containing(Api.encoded(phone))));
    return found.get(found.size() - 1).getHeader(name);
  }

  private static Map<String, String> fields(LoggedRequest request) {
    return Arrays.stream(request.getBodyAsString().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(
            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop();
  }
}
