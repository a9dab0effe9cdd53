package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.OfficeBrowser;

/** A form that was sent after the session was over stands there again, as somebody on a telephone sees it. */
class KeptFormInBrowserIT {

  private static final String CANCELLED = "The truck broke down";

  @RegisterExtension
  private static final OfficeBrowser DESK = OfficeBrowser.of("kept-form", Map.of());

  private static Chromium onTelephone() {
    Chromium browser = DESK.browser();
    browser.look(360, false);
    return browser;
  }

  @Test
  void itStandsThereAgainAfterSigningIn() {
    Chromium browser = onTelephone();
    DESK.signIn();
    browser.open("/console/contracts/new");
    browser.type("[name='/transcript']", "We sell maize\n\nas before");
    browser.type("[name='/product']", "Maize");
    browser.type("[name='/parties/0/phone_number']", "0712346105");
    browser.type("[name='/parties/1/phone_number']", "0722346106");
    browser.find("[name='/parties/2/role']").sendKeys("Witness");
    browser.driver().manage().deleteAllCookies();
    browser.press("main form .actions button");

    assertThat(browser.text("h1")).isEqualTo("What you typed is still here");
    assertThat(browser.text(".facts")).contains("0712346105", "Maize", "as before");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.fits()).isTrue();
    DESK.fillIn();
    assertThat(browser.text("[role=alert]")).contains("You are signed in again");
    assertThat(browser.barriers()).isEmpty();
    browser.press("main form button");

    assertThat(browser.path()).isEqualTo("/console/contracts/new");
    assertThat(browser.find("[name='/transcript']").getDomProperty("value"))
        .isEqualTo("We sell maize\n\nas before");
    assertThat(browser.find("[name='/parties/1/phone_number']").getDomProperty("value"))
        .isEqualTo("0722346106");
    assertThat(browser.find("[name='/parties/2/role']").getDomProperty("value"))
        .isEqualTo("witness");
    assertThat(browser.complaints()).allMatch(each -> each.contains("401"));
  }

  @Test
  void whatHasNoPlaceAnyMoreIsFoldedUp() {
    String id = DESK.api().newContract("+254712346109", "+254722346110");
    Chromium browser = onTelephone();
    DESK.signIn();
    browser.open("/console/contracts/" + id);
    browser.find("details:has([name='/reason']) summary").click();
    browser.type("[name='/reason']", CANCELLED);
    DESK.api().act(id, "confirm", "+254712346109");
    DESK.api().act(id, "confirm", "+254722346110");
    browser.press("form[action$=cancel] button");

    assertThat(browser.text("#refusal")).contains("All parties have confirmed");
    assertThat(browser.text("#left")).doesNotContain(CANCELLED);
    browser.find("#left summary").click();
    assertThat(browser.text("#left")).contains("Reason", CANCELLED);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.fits()).isTrue();
  }
}
