package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringWorkTest {

  private final List<Integer> done = new ArrayList<>();

  private void doEach(RuntimeException failureOfTwo) {
    RecurringWork.withEach(
        List.of(1, 2, 3),
        item -> {
          if (item == 2) {
            throw failureOfTwo;
          }
          done.add(item);
        },
        item -> "item " + item + " failed");
  }

  private static PersistenceException database(String state) {
    return new PersistenceException(new SQLException("the driver's words", state));
  }

  @Test
  void anItemThatFailsDoesNotKeepTheOthersFromIt() {
    doEach(new IllegalStateException("a fault of this item"));
    assertThat(done).containsExactly(1, 3);
  }

  @Test
  void anItemThatSomebodyElseHasLockedDoesNotEither() {
    doEach(database("55P03"));
    assertThat(done).containsExactly(1, 3);
  }

  @Test
  void aDatabaseThatIsAwayEndsTheRun() {
    PersistenceException away = database("08006");
    assertThatThrownBy(() -> doEach(away)).isSameAs(away);
    assertThat(done).containsExactly(1);
  }
}
