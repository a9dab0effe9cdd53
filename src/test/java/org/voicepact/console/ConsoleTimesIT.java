package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.OfficeBrowser;

/** In which zone a browser shows times. */
class ConsoleTimesIT {

  private static final DateTimeFormatter SPELLED =
      DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy, HH:mm\u00a0", Locale.ROOT);

  @RegisterExtension
  private static final OfficeBrowser DESK = OfficeBrowser.of("console-times", Map.of());

  private static Instant madeAt;

  private Chromium browser;

  @BeforeAll
  static void makeContract() {
    String id = DESK.api().newContract("+254712346101", "+254722346102");
    madeAt = Instant.parse(DESK.api().contract(id).path("created_at").asText());
  }

  @BeforeEach
  void take() {
    browser = DESK.browser();
  }

  private static String spelled(ZoneId zone) {
    return SPELLED.format(ZonedDateTime.ofInstant(madeAt, zone));
  }

  @ParameterizedTest
  @CsvSource({"Africa/Kampala, GMT+3", "Australia/Eucla, GMT+8:45"})
  void timesAreThoseOfTheOffice(String zone, String name) {
    browser.zone(zone);
    DESK.signIn();

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
    DESK.signIn();
    browser.scripts(false);
    browser.open("/console/contracts");

    assertThat(browser.find("main tbody td:last-child time").getDomProperty("textContent"))
        .isEqualTo(spelled(ZoneOffset.UTC) + "UTC");
    assertThat(browser.text("footer")).contains("All times are in UTC");
  }
}
