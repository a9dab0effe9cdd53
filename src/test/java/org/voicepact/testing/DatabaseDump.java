package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that stood in the tables of a server when it had stopped; read from a copy, so that the file stays as it is. */
public final class DatabaseDump {

  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

  private final Map<String, List<Row>> tables = new LinkedHashMap<>();

  private DatabaseDump() {}

  /**
   * A row of a table.
   *
   * @param values by {@code table.column}; bytes as text, each byte one character
   */
  public record Row(Map<String, Object> values) {

    public boolean holds(String part) {
      return values.values().stream().anyMatch(value -> spellings(value).contains(part));
    }

    /** All forms in which a part could be looked for, one after the other. */
    private static String spellings(Object value) {
      String text = String.valueOf(value);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return text + "\n" + HexFormat.of().formatHex(bytes) + "\n"
          + Base64.getEncoder().encodeToString(bytes);
    }
  }

  public static DatabaseDump of(VoicePactServer stopped) {
    DatabaseDump dump = new DatabaseDump();
    try (Connection connection = open(stopped);
        Statement statement = connection.createStatement()) {
      for (String table : names(statement)) {
        dump.tables.put(table, rows(statement, table));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return dump;
  }

  private static Connection open(VoicePactServer stopped) throws IOException, SQLException {
    if (stopped.isOnPostgres()) {
      return stopped.connect();
    }
    Path copy = Files.createTempDirectory("voicepact-dump");
    Files.copy(stopped.dataDirectory().resolve("voicepact.mv.db"), copy.resolve("voicepact.mv.db"));
    return DriverManager.getConnection(VoicePactServer.h2(copy), "voicepact", "");
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(TABLES)) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }

  private static List<Row> rows(Statement statement, String table) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
      while (found.next()) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          Object value = found.getObject(i);
          values.put(
              table + "." + found.getMetaData().getColumnName(i),
              value instanceof byte[] bytes
                  ? new String(bytes, StandardCharsets.ISO_8859_1)
                  : value);
        }
        rows.add(new Row(values));
      }
    }
    return rows;
  }

  /** In the order of the first column. */
  public List<Row> rows(String table) {
    return tables.get(table);
  }

  /** Of all tables. */
  public Stream<Row> rows() {
    return tables.values().stream().flatMap(List::stream);
  }

  /** What stands in columns, as {@code table.column}; without what is blank. */
  public static Set<String> values(Stream<Row> rows, Set<String> columns) {
    return rows.flatMap(row -> row.values().entrySet().stream())
        .filter(cell -> columns.contains(cell.getKey()))
        .map(Map.Entry::getValue)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
