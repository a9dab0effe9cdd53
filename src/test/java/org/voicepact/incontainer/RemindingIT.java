package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.RemindingParties;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Who has not answered is reminded, once for each time that is due, and by day. The database's clock cannot be moved, so
 * the tests move what is due, and choose a number of a country where it is day, or night, as they run.
 */
@InContainer
class RemindingIT {

  /** At every time of the day it is day at one of them and night at another. */
  private static final List<Place> PLACES = List.of(
      new Place("+25471", 7, "Africa/Nairobi"),
      new Place("+1808555", 4, "Pacific/Honolulu"),
      new Place("+1212555", 4, "America/New_York"),
      new Place("+861391", 7, "Asia/Shanghai"));

  private record Place(String prefix, int digits, String zone) {

    /** Whether that will still be so in a minute. */
    boolean isNight() {
      return Stream.of(Instant.now(), Instant.now().plusSeconds(60))
          .map(time -> time.atZone(ZoneId.of(zone)).getHour())
          .allMatch(hour -> hour >= 21 || hour < 7);
    }

    boolean isDay() {
      return Stream.of(Instant.now(), Instant.now().plusSeconds(60))
          .map(time -> time.atZone(ZoneId.of(zone)).getHour())
          .allMatch(hour -> hour >= 7 && hour < 21);
    }

    PhoneNumber newPhone() {
      String other = Samples.newPhone().e164();
      return new PhoneNumber(prefix + other.substring(other.length() - digits));
    }
  }

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private RemindingParties reminding;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  @Deployment
  static WebArchive application() {
    return Deployments.with(RemindingIT.class, RemindingIT.Place.class, Samples.class);
  }

  private static Place day() {
    return PLACES.stream().filter(Place::isDay).findFirst().orElseThrow();
  }

  private static Place night() {
    return PLACES.stream().filter(Place::isNight).findFirst().orElseThrow();
  }

  private ContractId contract(PhoneNumber seller, PhoneNumber buyer) {
    return creating
        .create(Samples.contract("Maize", seller, buyer), Actor.ANONYMOUS)
        .contract()
        .id();
  }

  private static void execute(Connection connection, String sql, ContractId id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.value());
      assertTrue(statement.executeUpdate() > 0);
    }
  }

  /** Lets so much time go by for a contract, in one transaction, because the sweep of the server comes at any time. */
  private void pass(Duration time, ContractId id) throws SQLException {
    String earlier = " - INTERVAL '" + time.toHours() + "' HOUR";
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      execute(
          connection,
          "UPDATE contract SET created_at = created_at" + earlier + ", updated_at = updated_at"
              + earlier + ", expires_at = expires_at" + earlier + " WHERE id = ?",
          id);
      execute(
          connection,
          "UPDATE contract_version SET created_at = created_at" + earlier
              + " WHERE contract_id = ?",
          id);
      execute(
          connection,
          "UPDATE party SET remind_at = remind_at" + earlier + " WHERE contract_id = ?",
          id);
      connection.commit();
    }
  }

  private List<String> messages(PhoneNumber phone) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(
            "SELECT text FROM outbound_message WHERE phone = ? AND kind IN ('TERMS', 'REMINDER') ORDER BY id")) {
      statement.setString(1, phone.e164());
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }

  private long reminders(PhoneNumber phone) throws SQLException {
    return messages(phone).stream()
        .filter(text -> text.contains(" waits for your answer: "))
        .count();
  }

  private Optional<Instant> remindAt(PhoneNumber phone) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT remind_at FROM party WHERE phone = ?")) {
      statement.setString(1, phone.e164());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    }
  }

  @Test
  void whoHasNotAnsweredIsRemindedThreeTimesAndNoMore() throws SQLException {
    PhoneNumber silent = day().newPhone();
    PhoneNumber quick = day().newPhone();
    ContractId id = contract(silent, quick);
    answering.confirm(id, quick, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));

    reminding.remind(id);
    assertEquals(0, reminders(silent));

    int expected = 0;
    for (int hours : List.of(4, 8, 11)) {
      pass(Duration.ofHours(hours), id);
      reminding.remind(id);
      reminding.remind(id);
      expected++;
      assertEquals(expected, reminders(silent));
    }
    assertEquals(Optional.empty(), remindAt(silent));
    assertEquals(0, reminders(quick));
    assertTrue(messages(silent).get(1).contains("YES-" + id), messages(silent).toString());
  }

  @Test
  void manyServersRemindOnce() throws Exception {
    PhoneNumber silent = day().newPhone();
    ContractId id = contract(silent, day().newPhone());
    pass(Duration.ofHours(4), id);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Void> remind = () -> {
        reminding.remind(id);
        return null;
      };
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(16, remind))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, reminders(silent));
  }

  @Test
  void byNightAReminderWaitsForTheMorning() throws SQLException {
    Place place = night();
    PhoneNumber silent = place.newPhone();
    ContractId id = contract(silent, place.newPhone());
    pass(Duration.ofHours(4), id);

    reminding.remind(id);

    assertEquals(0, reminders(silent));
    Instant later = remindAt(silent).orElseThrow();
    assertTrue(later.isAfter(Instant.now()));
    assertEquals(7, later.atZone(ZoneId.of(place.zone())).getHour());
    assertEquals(0, later.atZone(ZoneOffset.UTC).getMinute());
  }

  @Test
  void whatIsOverIsNotRemindedOf() throws SQLException {
    PhoneNumber seller = day().newPhone();
    PhoneNumber buyer = day().newPhone();
    ContractId declined = contract(seller, buyer);
    answering.decline(declined, buyer, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    pass(Duration.ofHours(4), declined);

    reminding.remind(declined);

    assertEquals(0, reminders(seller));
    assertEquals(Optional.empty(), remindAt(seller));
  }
}
