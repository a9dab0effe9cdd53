package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * On which database the integration tests of this run are: files of H2, or a PostgreSQL that is there from before the
 * first test until after the last one ({@code mvn verify -Ppostgresql}).
 */
public final class TestDatabases implements LauncherSessionListener {

  private static PostgresServer postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (onPostgres()) {
      postgres = PostgresServer.start(Integer.getInteger("voicepact.postgresql.port"));
      // That of the container whose server Arquillian starts; its environment names it.
      postgres.createDatabase("arquillian");
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgres != null) {
      postgres.close();
    }
  }

  public static boolean onPostgres() {
    return "postgresql".equals(System.getProperty("voicepact.database"));
  }

  /** The one of this run; null on H2. */
  public static PostgresServer postgres() {
    return postgres;
  }

  /** A PostgreSQL for one test alone, which may stop it; the caller closes it. */
  public static PostgresServer another() {
    try {
      return PostgresServer.start(VoicePactServer.freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
