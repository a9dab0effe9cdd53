package org.voicepact.testing;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For a test class that works with the console in a real browser: a server of its own that has an administrator, and a new
 * browser for each test. The class is skipped where no browser is installed, unless one is {@linkplain Chromium#require required}.
 */
public final class OfficeBrowser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  public static final String NAME = "wanjiku";
  public static final String PASSWORD = "a plain long sentence";

  private static final int WIDTH = 1440;

  private final String name;
  private final Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
  private VoicePactServer server;
  private Api api;
  private Chromium browser;

  private OfficeBrowser(String name, Map<String, String> more) {
    this.name = name;
    settings.putAll(Map.of("ADMIN_USER", NAME, "ADMIN_PASSWORD", PASSWORD));
    settings.putAll(more);
  }

  /**
   * @param name of the server
   * @param more settings, beside those for the administrator
   */
  public static OfficeBrowser of(String name, Map<String, String> more) {
    return new OfficeBrowser(name, more);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Chromium.require();
    server = VoicePactServer.start(name, settings);
    api = Api.documented(server);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser = Chromium.open(server.uri("/"));
    browser.look(WIDTH, false);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    browser.close();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
  }

  public VoicePactServer server() {
    return server;
  }

  public Api api() {
    return api;
  }

  /** That of the present test. */
  public Chromium browser() {
    return browser;
  }

  /** Stops the server, and starts it with other settings beside those that it has. */
  public void restart(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    server.restart(all);
  }

  /** Opens the form to sign in, and signs in. */
  public void signIn() {
    browser.open("/console");
    fillIn();
  }

  /** Signs in where the form for it is open. */
  public void fillIn() {
    browser.type("[name=name]", NAME);
    browser.type("[name=password]", PASSWORD);
    browser.press("main button");
  }
}
