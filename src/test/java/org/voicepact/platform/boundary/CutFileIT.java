package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.platform.entity.CommitCount;

/**
 * Writers fill a file of H2; afterwards it is cut after each of many commits, as a kill at that moment would have left it,
 * and must have every transaction as a whole or not at all. Without {@link CommitsApart} a run found a half in 59
 * places.
 */
class CutFileIT {

  private static final int WRITERS = 16;
  private static final int TRANSACTIONS = 150;
  private static final int CUTS = 2_000;
  private static final List<String> TABLES = List.of("goods", "money", "notes");

  /** Of the format of MVStore: what is written by one commit is a chunk, which begins with its header and a multiple of this. */
  private static final int BLOCK = 4096;

  private static final int HEADERS = 2 * BLOCK;
  private static final String CHUNK = "chunk:";
  private static final String LENGTH = "len:";
  private static final int CHUNK_HEADER = 256;

  /** As many tables as lie between what undoes and the rows, so that the time between them is one that is met. */
  private static final int TABLES_BETWEEN = 300;

  private final CommitsApart apart = new CommitsApart(
      new CommitTurns(Duration.ofMillis(10), Duration.ofMillis(50)), new CommitCount(0));

  @TempDir
  private Path folder;

  private Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0", "owner", "");
  }

  @Test
  void everyTransactionIsWholeOrNotThereWhereverTheFileEnds() throws Exception {
    Path file = folder.resolve("whole.mv.db");
    // Open until the end, so that H2 does not tidy the file.
    try (Connection open = connect("whole")) {
      makeTables(open);
      fill();
      byte[] content = Files.readAllBytes(file);
      List<Integer> ends = ends(content);
      List<String> halves = new ArrayList<>();
      for (int i = 1; i <= CUTS; i++) {
        // The tables are there in the last two thirds.
        int end = ends.get(ends.size() - 1 - i * (ends.size() * 2 / 3) / CUTS);
        if (hasHalf(Arrays.copyOf(content, end))) {
          halves.add("cut at " + end);
        }
      }
      assertThat(halves).isEmpty();
    }
  }

  /** First what undoes, by transactions that are open at the same time, then the tables. */
  private void makeTables(Connection owner) throws SQLException {
    List<Connection> writers = new ArrayList<>();
    try (Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE opening (id INTEGER PRIMARY KEY)");
      for (int i = 0; i < WRITERS; i++) {
        Connection writer = connect("whole");
        writers.add(writer);
        writer.setAutoCommit(false);
        try (Statement insert = writer.createStatement()) {
          insert.execute("INSERT INTO opening VALUES (" + i + ")");
        }
      }
      for (Connection writer : writers) {
        writer.commit();
        writer.close();
      }
      for (int i = 0; i < TABLES_BETWEEN; i++) {
        statement.execute("CREATE TABLE between_" + i + " (id INTEGER PRIMARY KEY)");
      }
      for (String table : TABLES) {
        statement.execute("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY)");
      }
    }
  }

  private void fill() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer * TRANSACTIONS;
        writers.add(threads.submit(() -> write(first)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void write(int first) throws SQLException {
    try (Connection connection = apart.of(connect("whole"))) {
      connection.setAutoCommit(false);
      for (int id : IntStream.range(first, first + TRANSACTIONS).toArray()) {
        for (String table : TABLES) {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO " + table + " VALUES (?)")) {
            insert.setInt(1, id);
            insert.executeUpdate();
          }
        }
        connection.commit();
      }
    }
    return null;
  }

  private static List<Integer> ends(byte[] content) {
    List<Integer> ends = new ArrayList<>();
    for (int at = HEADERS; at + CHUNK_HEADER < content.length; ) {
      String header = new String(content, at, CHUNK_HEADER, StandardCharsets.ISO_8859_1);
      int length = 1;
      if (header.startsWith(CHUNK)) {
        String rest = header.substring(header.indexOf(LENGTH) + LENGTH.length());
        length = Integer.parseInt(rest.split("[,\n]")[0], 16);
        ends.add(at + length * BLOCK);
      }
      at += length * BLOCK;
    }
    return ends;
  }

  private boolean hasHalf(byte[] content) throws IOException, SQLException {
    Path cut = folder.resolve("cut.mv.db");
    Files.write(cut, content);
    try (Connection connection = connect("cut");
        Statement statement = connection.createStatement()) {
      long most = 0;
      long whole = count(
          statement, "SELECT COUNT(*) FROM goods JOIN money USING (id) JOIN notes USING (id)");
      for (String table : TABLES) {
        most = Math.max(most, count(statement, "SELECT COUNT(*) FROM " + table));
      }
      // Without what H2 does to a file that it closes.
      statement.execute("SHUTDOWN IMMEDIATELY");
      return whole != most;
    } finally {
      Files.deleteIfExists(cut);
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
