package org.voicepact.payment.entity;

import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.voicepact.platform.entity.Money;

/** How much each account of a contract has, in each currency; all of them sum to zero. */
public final class Balances {

  private final Map<String, Map<Account, Long>> byCurrency = new TreeMap<>();

  /**
   * @param units minor units of an entry, or of a sum of entries
   */
  public void add(Account account, String currency, long units) {
    byCurrency
        .computeIfAbsent(currency, code -> new EnumMap<>(Account.class))
        .merge(account, units, Math::addExact);
  }

  public Money of(Account account, Currency currency) {
    long units =
        byCurrency.getOrDefault(currency.getCurrencyCode(), Map.of()).getOrDefault(account, 0L);
    return Money.ofMinorUnits(units, currency);
  }

  /** Whether nothing was made or lost. */
  public boolean sumToZero() {
    return byCurrency.values().stream()
        .allMatch(
            accounts -> accounts.values().stream().mapToLong(Long::longValue).sum() == 0);
  }
}
