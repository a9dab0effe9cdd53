package org.voicepact.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/** A telephone that dials the USSD code: one session, in which it types. */
public final class Handset {

  static final String PATH = "/api/v1/ussd";

  private static final Pattern CODE = Pattern.compile("\\b([1-9][0-9]) (?:to|ku|pour)");

  private final Api api;
  private final String phone;
  private final String session = "ATUid_" + UUID.randomUUID().toString().replace("-", "");
  private String typed = "";
  private String screen;

  Handset(Api api, String phone) {
    this.api = api;
    this.phone = phone;
  }

  /** Dials the code alone. */
  public static Handset dial(Api api, String phone) {
    Handset handset = new Handset(api, phone);
    handset.screen = handset.send("");
    return handset;
  }

  /** Dials the code with inputs behind it. */
  static Handset dial(Api api, String phone, String inputs) {
    Handset handset = new Handset(api, phone);
    handset.typed = inputs;
    handset.screen = handset.send(inputs);
    return handset;
  }

  public Handset type(String... inputs) {
    for (String input : inputs) {
      typed = joined(input);
      screen = send(typed);
    }
    return this;
  }

  /** Types what never arrives. */
  Handset lose(String input) {
    typed = joined(input);
    return this;
  }

  public Handset typeCode() {
    return type(code());
  }

  /** All inputs with this one behind them. */
  String joined(String input) {
    return typed.isEmpty() ? input : typed + "*" + input;
  }

  /** The two digits that the screen asks for. */
  String code() {
    Matcher code = CODE.matcher(screen);
    assertThat(code.find()).as(screen).isTrue();
    return code.group(1);
  }

  public String screen() {
    return screen;
  }

  String session() {
    return session;
  }

  String typed() {
    return typed;
  }

  /** What the gateway sends; all that comes back is checked for its form. */
  String send(String text) {
    return screen(post(text));
  }

  Answer post(String text) {
    return api.form(PATH, form(session, phone, text));
  }

  static String screen(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", ""))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(answer.text()).matches("(?s)(CON|END) .+").hasSizeLessThanOrEqualTo(160);
    return answer.text();
  }

  static Map<String, String> form(String session, String phone, String text) {
    Map<String, String> form = new HashMap<>();
    form.put("sessionId", session);
    form.put("serviceCode", "*384*123#");
    form.put("phoneNumber", phone);
    form.put("networkCode", "63902");
    form.put("text", text);
    return form;
  }

  /** The notice that the session has ended. */
  Answer end(String status) {
    Map<String, String> form = new HashMap<>();
    form.put("date", "2026-11-24 06:04:45");
    form.put("sessionId", session);
    form.put("serviceCode", "*384*123#");
    form.put("networkCode", "63902");
    form.put("phoneNumber", phone);
    form.put("status", status);
    form.put("cost", "KES 0.10");
    form.put("durationInMillis", "12000");
    form.put("hopsCount", "3");
    form.put("input", typed);
    form.put("lastAppResponse", screen);
    return api.form(PATH + "/events", form);
  }
}
