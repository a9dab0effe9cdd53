package org.voicepact.testing;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls a server as an operator’s browser does: it keeps cookies, and our pages send the token of the session along. */
public final class Browser {

  private final Api api;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Browser(Api api) {
    this.api = api;
  }

  /** A browser in which somebody has signed in. */
  public static Browser of(Api api, String name, String password) {
    Browser browser = new Browser(api);
    Answer answer = browser.signIn(name, password);
    if (!answer.header("Location").equals("/console")) {
      throw new AssertionError("not signed in: " + answer.response().headers());
    }
    return browser;
  }

  public Answer signIn(String name, String password) {
    return form("/console/sign-in", Map.of("name", name, "password", password));
  }

  public Answer get(String path) {
    return kept(api.get(path, headers()));
  }

  /** Without the token, as a page of somebody else would send it. */
  public Answer form(String path, Map<String, String> fields, String... headers) {
    return kept(api.form(path, fields, with(headers)));
  }

  /** With the token of the session. */
  public Answer ownForm(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrf", csrfToken());
    return form(path, all);
  }

  public Answer post(String path, String json) {
    return kept(api.post(path, json, with("X-CSRF-Token", csrfToken())));
  }

  public Answer patch(String path, String json) {
    return kept(api.send(api.request(path, with("X-CSRF-Token", csrfToken()))
        .header("Content-Type", "application/json")
        .method("PATCH", HttpRequest.BodyPublishers.ofString(json))));
  }

  public String csrfToken() {
    return get("/api/v1/operators/me").member("csrf_token");
  }

  /** The value of a cookie; empty where there is none. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  public String[] headers() {
    return cookies.isEmpty()
        ? new String[0]
        : new String[] {
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "))
        };
  }

  private String[] with(String... headers) {
    return Stream.of(headers(), headers).flatMap(Stream::of).toArray(String[]::new);
  }

  private Answer kept(Answer answer) {
    answer.response().headers().allValues("Set-Cookie").stream()
        .flatMap(header -> HttpCookie.parse(header).stream())
        .forEach(cookie -> {
          if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
          } else {
            cookies.put(cookie.getName(), cookie.getValue());
          }
        });
    return answer;
  }
}
