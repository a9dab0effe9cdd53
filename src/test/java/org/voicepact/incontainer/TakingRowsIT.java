package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.TakingRows;
import org.voicepact.platform.control.TakingRows.Rows;
import org.voicepact.sms.entity.OutboundMessage;

/** Several take rows of a table at the same time. */
@InContainer
class TakingRowsIT {

  private static final Rows<OutboundMessage, Long> MESSAGES =
      new Rows<>(OutboundMessage.class, "outbound_message", OutboundMessage::id);

  @Inject
  private TakingRows rows;

  @Inject
  private Clock clock;

  @Inject
  private UserTransaction transaction;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  private final String phone = Samples.newPhone().e164();
  private final List<Long> ids = new ArrayList<>();

  @Deployment
  static WebArchive application() {
    return Deployments.with(TakingRowsIT.class, Samples.class);
  }

  /** Delivered, so that nobody else takes them. */
  private void insertThree() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO outbound_message"
            + " (id, phone, text, kind, status, attempts, created_at, next_attempt_at)"
            + " VALUES (nextval('outbound_message_id'), ?, 'x', 'FREE', 'DELIVERED', 1, CURRENT_TIMESTAMP,"
            + " CURRENT_TIMESTAMP - INTERVAL '24' HOUR)")) {
      for (int i = 0; i < 3; i++) {
        insert.setString(1, phone);
        insert.executeUpdate();
      }
      try (PreparedStatement select = connection.prepareStatement(
          "SELECT id FROM outbound_message WHERE phone = ? ORDER BY id")) {
        select.setString(1, phone);
        ResultSet result = select.executeQuery();
        while (result.next()) {
          ids.add(result.getLong(1));
        }
      }
    }
  }

  @BeforeEach
  void begin() throws Exception {
    insertThree();
    transaction.begin();
  }

  @AfterEach
  void end() throws Exception {
    transaction.rollback();
  }

  private List<Long> next(int most, Predicate<OutboundMessage> isDue) {
    String due = "SELECT m.id FROM outbound_message m WHERE m.phone = '" + phone
        + "' AND m.next_attempt_at <= ?1 ORDER BY m.id";
    return rows.next(MESSAGES, due, clock.instant(), isDue, most).stream()
        .map(OutboundMessage::id)
        .toList();
  }

  private List<Long> next(int most) {
    return next(most, message -> true);
  }

  private List<Long> elsewhere(int most) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<Long>> taken = thread.submit(() -> {
        transaction.begin();
        try {
          return next(most);
        } finally {
          transaction.rollback();
        }
      });
      return taken.get();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void nothingIsLockedButWhatIsTaken() throws Exception {
    assertEquals(ids.subList(0, 1), next(1));

    assertEquals(ids.subList(1, 3), elsewhere(3));
  }

  @Test
  void whatAnotherHasIsPassedOverAsOftenAsNeedBe() throws Exception {
    assertEquals(ids.subList(0, 2), next(2));

    assertEquals(ids.subList(2, 3), elsewhere(1));
  }

  @Test
  void nothingIsTakenWhereOthersHaveAll() throws Exception {
    assertEquals(ids, next(3));

    assertEquals(List.of(), elsewhere(1));
  }

  @Test
  void whatIsNoLongerDueWhenItIsLockedIsPassedOver() {
    assertEquals(ids.subList(1, 2), next(1, message -> !message.id().equals(ids.get(0))));
  }
}
