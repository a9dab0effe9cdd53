package org.voicepact.terms.entity;

import java.util.List;
import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/**
 * What the words leave open, and a person must say.
 *
 * @param field the term that it is about, by its name in the API
 * @param candidates what the term may be, in the order of the text; empty where nothing can be offered
 */
public record Question(Code code, String field, List<Candidate> candidates) {

  /** Why it is asked. From UNCLEAR_TIME on the term is clear by itself and shown; before, it is left out. */
  public enum Code implements WireValue {
    /** A number can be read in two ways, as {@code 1.500} or {@code elfu kumi na mbili}. */
    AMBIGUOUS_NUMBER,
    /** The number is only about right, as {@code about 100}. */
    APPROXIMATE_NUMBER,
    /** The text names more than one value. */
    SEVERAL_VALUES,
    /** An amount may be the price of one or of all. */
    PRICE_OR_TOTAL,
    /** A day can be read in two ways, or no day is named, as {@code next week}. */
    UNCLEAR_DATE,
    /** The name stands for several currencies. */
    UNCLEAR_CURRENCY,
    /** Amounts are named in more than one currency. */
    SEVERAL_CURRENCIES,
    /** A share is to be paid, and it is not said of what. */
    SHARE_OF_UNKNOWN,
    /** The number is larger than any that a contract takes, or has more digits after the point. */
    OUT_OF_RANGE,
    /** The currency has no coin that is so small. */
    TOO_PRECISE,
    /** An hour is named, but not of which half of the day. */
    UNCLEAR_TIME,
    /** The total is not the quantity times the price. */
    TOTAL_DIFFERS,
    /** The price is for another unit than the quantity is counted in. */
    UNITS_DIFFER,
    /** More is to be paid before than in all. */
    UPFRONT_OVER_TOTAL,
    /** The day is over. */
    DATE_IN_PAST;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Question {
    candidates = List.copyOf(candidates);
  }
}
