package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.platform.boundary.RequestBodyFilter;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.OfficeBrowser;

/** A provider's statement is chosen as a file, which the browser reads into the form. */
class StatementFileIT {

  private static final String PAGE = "/console/reconciliations";
  private static final String FAULT = "#file-fault";
  private static final String FIELD = "[name='/csv']";

  /** A sign that is sent as three. */
  private static final int LONGEST = (RequestBodyFilter.LIMIT - 2_010) / 3;

  @RegisterExtension
  private static final OfficeBrowser DESK = OfficeBrowser.of("statement-files", Map.of());

  @TempDir
  private Path folder;

  private Chromium browser;

  @BeforeEach
  void signIn() {
    browser = DESK.browser();
    DESK.signIn();
  }

  private void choose(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("statement.csv"), content);
    browser.find("#file").sendKeys(file.toString());
  }

  private void choose(String content) throws IOException {
    choose(content.getBytes(StandardCharsets.UTF_8));
  }

  private Object field() {
    return browser.find(FIELD).getDomProperty("value");
  }

  private void awaitFault(String words) {
    browser.await("it is refused", () -> browser.text(FAULT).contains(words));
    assertThat(field()).isEqualTo("");
  }

  @Test
  void theFileIsReadIntoTheFieldAndCompared() throws IOException {
    String statement = "receipt,amount,currency,direction,completed_at\r\n"
        + "QK12AB34CD,350000,KES,collection,2026-01-02T03:04:05Z\r\n";
    browser.open(PAGE);
    browser.find("[name='/format']").sendKeys("Plain");

    choose("\ufeff" + statement);

    browser.await("it is read", () -> field().equals(statement.replace("\r", "")));
    assertThat(browser.find("#live").getDomProperty("textContent"))
        .isEqualTo("The file stands in the field below.");
    browser.press("main form button");
    assertThat(browser.text("main")).contains("QK12AB34CD", "KES 350,000");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsNoTextOrTooLongIsRefusedBeforeItIsSent() throws IOException {
    browser.open(PAGE);

    choose(new byte[] {'P', 'K', 3, 4, 0, 0});
    awaitFault("no text");
    assertThat(browser.barriers()).isEmpty();
    choose(",".repeat(LONGEST + 10));
    awaitFault("too large");
    choose("Zahlung für Mais".getBytes(StandardCharsets.ISO_8859_1));
    awaitFault("no text");
    choose(",".repeat(RequestBodyFilter.LIMIT + 1));
    awaitFault("too large");
  }

  @Test
  void theLongestThatIsTakenIsSentWhole() throws IOException {
    browser.open(PAGE);

    choose(",".repeat(LONGEST));

    browser.await("it is read", () -> field().toString().length() == LONGEST);
    assertThat(browser.find(FAULT).isDisplayed()).isFalse();
    browser.press("main form button");
    assertThat(browser.text("#refusal")).contains("Statement: must have a line");
  }

  @Test
  void whatIsPastedAndTooLongIsRefusedOnAPage() {
    browser.open(PAGE);
    browser.script(
        "arguments[0].value = ','.repeat(arguments[1])",
        browser.find(FIELD),
        RequestBodyFilter.LIMIT);

    browser.press("main form button");

    assertThat(browser.text("main")).contains("longer than this server takes at once");
    assertThat(browser.find("main a").getDomAttribute("href")).isEqualTo(PAGE);
  }

  @Test
  void withoutScriptsThereIsNothingToChoose() {
    browser.scripts(false);
    browser.open(PAGE);

    assertThat(browser.find("#file").isDisplayed()).isFalse();
    assertThat(browser.find(FIELD).isDisplayed()).isTrue();
  }
}
