package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {

  private static SQLException sql(String state) {
    return new SQLException("the driver's words", state, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "53100", "53300", "57P01", "57P03", "58030", "25006", "25P03", "90020",
        "90028", "90031", "90067", "90098", "90121"
      })
  void thatItIsAwayShowsInTheState(String state) {
    assertThat(DatabaseFault.of(new PersistenceException(sql(state)))).contains(DatabaseFault.AWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "HYT00"})
  void thatItIsBusyShowsInTheState(String state) {
    assertThat(DatabaseFault.of(new PersistenceException(sql(state)))).contains(DatabaseFault.BUSY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42601", "25P02", "HY000", "90079"})
  void otherFailuresAreFaultsOfTheProgram(String state) {
    assertThat(DatabaseFault.of(new PersistenceException(sql(state)))).isEmpty();
  }

  @Test
  void aBrokenKeyIsNone() {
    assertThat(DatabaseFault.of(new SQLIntegrityConstraintViolationException("key")))
        .isEmpty();
    assertThat(DatabaseFault.of(new SQLException())).isEmpty();
    assertThat(DatabaseFault.of(new IllegalStateException(new IOException("other file"))))
        .isEmpty();
  }

  @Test
  void aPoolWithoutAFreeConnectionIsBusy() {
    assertThat(DatabaseFault.of(new SQLTransientConnectionException("timed out waiting")))
        .contains(DatabaseFault.BUSY);
  }

  @Test
  void aCommitThatFailedOnAFullDiskIsAway() {
    SQLException general = new SQLException("general error", "HY000", 50000);
    general.initCause(new MVStoreException(2, "Writing failed"));
    XAException commit = new XAException("commit");
    commit.initCause(general);
    SystemException system = new SystemException();
    system.initCause(commit);
    assertThat(DatabaseFault.of(new TransactionalException("commit", system)))
        .contains(DatabaseFault.AWAY);
  }

  @Test
  void aCommitWhoseEndNobodyKnowsIsAway() {
    SystemException system = new SystemException();
    system.initCause(new XAException(XAException.XAER_RMFAIL));
    assertThat(DatabaseFault.of(new TransactionalException("commit", system)))
        .contains(DatabaseFault.AWAY);
  }

  @Test
  void aTransactionThatTheProgramUndidIsNone() {
    assertThat(
            DatabaseFault.of(new TransactionalException("undone", new RollbackException("mark"))))
        .isEmpty();
  }

  @Test
  void whatABatchTellsNextCounts() {
    BatchUpdateException batch = new BatchUpdateException("batch", "HY000", 0, new int[0]);
    batch.setNextException(sql("08006"));
    assertThat(DatabaseFault.of(new PersistenceException(batch))).contains(DatabaseFault.AWAY);
  }

  @Test
  void thatItIsAwayGoesBeforeThatItIsBusy() {
    SQLException lock = sql("55P03");
    lock.initCause(sql("57P01"));
    assertThat(DatabaseFault.of(lock)).contains(DatabaseFault.AWAY);
  }

  @Test
  void causesInACircleEnd() {
    IllegalStateException one = new IllegalStateException();
    one.initCause(new IllegalStateException(one));
    assertThat(DatabaseFault.of(one)).isEmpty();
  }
}
