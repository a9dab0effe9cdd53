import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The limit of what the database can do: writes the rows of a contract that was made, or of a yes by SMS, again and
 * again under other keys, by plain JDBC batches, one transaction each. Prints transactions per second. Arguments: the
 * JDBC URL; create or confirm; the contract whose rows are copied; threads; seconds; the first number that no earlier
 * run has used. For confirm the contracts AG-2020-... wait with these numbers.
 */
class PlainInserts {

  private static final String USER = "voicepact";

  /** A table, and which of its rows belong to what is copied, by the kind of the measurement. */
  private record Source(String table, String rows) {}

  private static final Map<String, List<Source>> SOURCES = Map.of(
      "create",
      List.of(
          new Source("contract", "id = ?"),
          new Source("contract_version", "contract_id = ?"),
          new Source("party", "contract_id = ?"),
          new Source("outbound_message", "contract_id = ? AND kind = 'TERMS'"),
          new Source("audit_entry", "subject = ? AND action NOT LIKE 'message.%'")),
      "confirm",
      List.of(
          new Source("inbound_message", "contract_id = ?"),
          new Source("signed_statement", "contract_id = ?"),
          new Source("outbound_message", "contract_id = ? AND kind = 'ANSWER'"),
          new Source("audit_entry", "subject = ? AND action = 'party.confirmed'")));

  private record Table(String insert, List<String> columns, List<Object[]> rows) {}

  private final String url;
  private final boolean confirms;
  private final String copied;
  private final AtomicLong numbers;
  private final PrivateKey key;
  private final List<Table> tables = new ArrayList<>();

  PlainInserts(String url, String kind, String copied, long first) throws Exception {
    this.url = url;
    this.confirms = kind.equals("confirm");
    this.copied = copied;
    this.numbers = new AtomicLong(first);
    this.key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    try (Connection connection = DriverManager.getConnection(url, USER, "")) {
      for (Source source : SOURCES.get(kind)) {
        tables.add(read(connection, source));
      }
    }
    tables.add(waiting(tables.get(tables.size() - 1)));
  }

  public static void main(String[] arguments) throws Exception {
    PlainInserts bench =
        new PlainInserts(arguments[0], arguments[1], arguments[2], Long.parseLong(arguments[5]));
    int threads = Integer.parseInt(arguments[3]);
    long seconds = Long.parseLong(arguments[4]);
    bench.run(threads, seconds); // warm-up
    System.out.printf("%.1f%n", bench.run(threads, seconds));
  }

  private Table read(Connection connection, Source source) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM " + source.table + " WHERE " + source.rows)) {
      select.setString(1, copied);
      ResultSet result = select.executeQuery();
      ResultSetMetaData columns = result.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i));
      }
      List<Object[]> rows = new ArrayList<>();
      while (result.next()) {
        Object[] row = new Object[names.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = result.getObject(i + 1);
        }
        rows.add(row);
      }
      if (rows.isEmpty()) {
        throw new SQLException("no rows of " + copied + " in " + source.table);
      }
      return table(source.table, names, rows);
    }
  }

  private static Table table(String name, List<String> columns, List<Object[]> rows) {
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert =
        "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + places + ")";
    return new Table(insert, columns, rows);
  }

  /** The entries of the audit trail wait for their places until the server gives them; then these rows are gone. */
  private static Table waiting(Table entries) {
    int id = entries.columns.indexOf("id");
    int chain = entries.columns.indexOf("chain");
    return table(
        "audit_waiting",
        List.of("entry_id", "chain"),
        entries.rows.stream().map(row -> new Object[] {row[id], row[chain]}).toList());
  }

  private double run(int threads, long seconds) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(executor.submit(() -> writeUntil(end)));
      }
      long all = 0;
      for (Future<Long> count : counts) {
        all += count.get();
      }
      return all * 1e9 / (System.nanoTime() - start);
    } finally {
      executor.shutdownNow();
    }
  }

  private long writeUntil(long end) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, USER, "")) {
      connection.setAutoCommit(false);
      Map<Table, PreparedStatement> inserts = new LinkedHashMap<>();
      for (Table table : tables) {
        inserts.put(table, connection.prepareStatement(table.insert));
      }
      PreparedStatement lock =
          connection.prepareStatement("SELECT * FROM contract WHERE id = ? FOR UPDATE");
      PreparedStatement answer = connection.prepareStatement("UPDATE party SET"
          + " confirmation = 'CONFIRMED', answered_at = CURRENT_TIMESTAMP WHERE contract_id = ? AND position = 0");
      PreparedStatement change = connection.prepareStatement(
          "UPDATE contract SET updated_at = CURRENT_TIMESTAMP, revision = revision + 1 WHERE id = ?");
      long written = 0;
      while (System.nanoTime() < end) {
        long number = numbers.getAndIncrement();
        if (confirms) {
          sign();
          lock.setString(1, contract(number));
          if (!lock.executeQuery().next()) {
            throw new SQLException("there are too few contracts: " + contract(number));
          }
          for (PreparedStatement update : List.of(answer, change)) {
            update.setString(1, contract(number));
            update.executeUpdate();
          }
        }
        for (Map.Entry<Table, PreparedStatement> insert : inserts.entrySet()) {
          write(insert.getKey(), insert.getValue(), number);
        }
        connection.commit();
        written++;
      }
      return written;
    }
  }

  private void write(Table table, PreparedStatement insert, long number) throws SQLException {
    for (Object[] row : table.rows) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, other(table.columns.get(i), row[i], number));
      }
      insert.addBatch();
    }
    insert.executeBatch();
  }

  /** The value for another contract, whose keys are in use nowhere. */
  private Object other(String column, Object value, long number) {
    if (copied.equals(value)) {
      return contract(number);
    }
    if (value != null && (column.equals("id") || column.equals("entry_id"))
        && !(value instanceof String)) {
      return 1_000_000_000_000L + number * 1_000_000 + ((Number) value).longValue() % 1_000_000;
    }
    if (value instanceof String && column.endsWith("phone")) {
      long last = Long.parseLong(((String) value).substring(1)) % 10;
      return String.format("+2547%08d", (number * 10 + last) % 100_000_000);
    }
    return column.equals("gateway_id") ? "plain-" + number : value;
  }

  private String contract(long number) {
    return String.format(confirms ? "AG-2020-%06d" : "AG-2031-%06d", number);
  }

  private byte[] sign() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(new byte[500]);
    return signature.sign();
  }
}
