package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableConnectionsTest {

  private static final int ROWS = 50;

  @TempDir
  private Path folder;

  private final DurableConnections connections = new DurableConnections(new org.h2.Driver());

  private String url(String file) {
    return "jdbc:h2:file:" + folder.resolve(file) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
  }

  private static Properties credentials(String user) {
    Properties credentials = new Properties();
    credentials.setProperty("user", user);
    credentials.setProperty("password", "");
    return credentials;
  }

  @BeforeEach
  void makeTable() throws SQLException {
    try (Connection owner = connections.ofOwner(url("voicepact"), credentials("owner"));
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY)");
      statement.execute("CREATE USER clerk PASSWORD ''");
      statement.execute("GRANT SELECT, INSERT ON kept TO clerk");
    }
  }

  @Test
  void whatAUserWhoOpensTheFileAnewCommitsIsOnDisk() throws Exception {
    try (Connection user = connections.ofUser(url("voicepact"), credentials("clerk"));
        Statement statement = user.createStatement()) {
      for (int i = 0; i < ROWS; i++) {
        statement.execute("INSERT INTO kept VALUES (" + i + ")");
      }
      // As a kill would leave it: without anything that H2 writes at its end.
      Files.copy(
          folder.resolve("voicepact.mv.db"),
          folder.resolve("killed.mv.db"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    try (Connection owner = connections.ofOwner(url("killed"), credentials("owner"));
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM kept")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(ROWS);
    }
  }

  @Test
  void aUserBeforeAnyOwnerIsRefused() {
    DurableConnections anew = new DurableConnections(new org.h2.Driver());
    assertThatThrownBy(() -> anew.ofUser(url("voicepact"), credentials("clerk")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("owner");
  }

  @Test
  void aUserBesideTheOwnerNeedsNothingMore() throws Exception {
    try (Connection owner = connections.ofOwner(url("voicepact"), credentials("owner"));
        Connection user = connections.ofUser(url("voicepact"), credentials("clerk"))) {
      assertThat(user.isValid(1)).isTrue();
      assertThat(owner.isValid(1)).isTrue();
    }
  }
}
