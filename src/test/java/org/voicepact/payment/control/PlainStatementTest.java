package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Money;

class PlainStatementTest {

  private final PlainStatement format = new PlainStatement();

  @Test
  void columnsMayStandInAnyOrderAndAmongOthers() {
    assertThat(format.read("""
                Receipt,direction,note,currency,amount,completed_at
                R1,collection,x,KES,350000.5,2026-11-24T09:30:00Z

                R2,payout,"a, b",UGX,1000,2026-11-24T09:30:00+03:00
                """).lines())
        .containsExactly(
            new StatementLine(
                2,
                "R1",
                Direction.COLLECTION,
                new Money(new BigDecimal("350000.50"), Currency.getInstance("KES")),
                Instant.parse("2026-11-24T09:30:00Z")),
            new StatementLine(
                4,
                "R2",
                Direction.PAYOUT,
                new Money(new BigDecimal("1000"), Currency.getInstance("UGX")),
                Instant.parse("2026-11-24T06:30:00Z")));
  }

  @Test
  void eachBadLineIsNamed() {
    assertThatThrownBy(() -> format.read("""
            receipt,amount,currency,direction,completed_at
            R1,1,KES,collection,2026-11-24T09:30:00Z
            ,1,KES,collection,2026-11-24T09:30:00Z
            R3,0,KES,collection,2026-11-24T09:30:00Z
            R4,0.5,UGX,collection,2026-11-24T09:30:00Z
            R5,1,kes,collection,2026-11-24T09:30:00Z
            R6,1,KES,in,2026-11-24T09:30:00Z
            R7,1,KES,payout,24.11.2026
            R8
            """))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal -> assertThat(refusal.faults())
                .extracting(Fault::detail)
                .containsExactly(
                    "line 3: receipt is missing",
                    "line 4: amount must be more than 0 and one of its currency",
                    "line 5: amount must be more than 0 and one of its currency",
                    "line 6: currency must be an ISO 4217 code in capitals",
                    "line 7: direction must be one of: collection, payout",
                    "line 8: completed_at must be a time as 2026-11-24T09:30:00Z",
                    "line 9: direction must be one of: collection, payout"));
  }
}
