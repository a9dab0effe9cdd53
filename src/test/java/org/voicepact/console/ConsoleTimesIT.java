package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.voicepact.testing.Api;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.VoicePactServer;

/** In which zone a browser shows times. Skipped where there is none. */
class ConsoleTimesIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final DateTimeFormatter SPELLED =
      DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy, HH:mm\u00a0", Locale.ROOT);

  private static VoicePactServer server;
  private static Instant madeAt;

  private Chromium browser;

  @BeforeAll
  static void start() {
    assumeTrue(Chromium.isThere(), "no /usr/bin/chromium and /usr/bin/chromedriver: not tried");
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("console-times", settings);
    Api api = Api.documented(server);
    String id = api.newContract("+254712346101", "+254722346102");
    madeAt = Instant.parse(api.contract(id).path("created_at").asText());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    browser = Chromium.open(server.uri("/"));
    browser.look(1440, false);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void signIn() {
    browser.open("/console");
    browser.type("[name=name]", "boss");
    browser.type("[name=password]", PASSWORD);
    browser.press("main button");
  }

  private static String spelled(ZoneId zone) {
    return SPELLED.format(ZonedDateTime.ofInstant(madeAt, zone));
  }

  @ParameterizedTest
  @CsvSource({"Africa/Kampala, GMT+3", "Australia/Eucla, GMT+8:45"})
  void timesAreThoseOfTheOffice(String zone, String name) {
    browser.zone(zone);
    signIn();

    WebElement made = browser.find("main tbody td:last-child time");
    browser.await("the script has run", () -> !made.getDomAttribute("title").isEmpty());
    assertThat(made.getDomProperty("textContent")).isEqualTo(spelled(ZoneId.of(zone)) + name);
    assertThat(made.getDomAttribute("title")).isEqualTo(spelled(ZoneOffset.UTC) + "UTC");
    assertThat(Instant.parse(made.getDomAttribute("datetime"))).isEqualTo(madeAt);
    assertThat(browser.text("footer")).contains("your time zone", zone);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void withoutScriptsTheyAreInUtcAndSaySo() {
    browser.zone("Africa/Kampala");
    signIn();
    browser.scripts(false);
    browser.open("/console/contracts");

    assertThat(browser.find("main tbody td:last-child time").getDomProperty("textContent"))
        .isEqualTo(spelled(ZoneOffset.UTC) + "UTC");
    assertThat(browser.text("footer")).contains("All times are in UTC");
  }
}
