package org.voicepact.ussd.entity;

/** Where in the menu a caller is. */
public enum Place {
  MENU,
  /** Goes on where a session broke. */
  RESUME,
  /** The caller's contracts; the number is the page. */
  CONTRACTS,
  /** Asks for the number of a contract. */
  NUMBER,
  /** One contract; the number is the version that is shown. */
  CONTRACT,
  /** Asks for words of the caller that belong to an act; the number is {@link Act#numberIn}. */
  WORDS,
  /** Asks for the two digits that make an act count; the number is {@link Act#numberIn}. */
  ASK,
  /** What the caller's contracts say is to be paid; the number is the page. */
  PAYMENTS,
  LANGUAGES,
  /** Only ever offered: the number is the position of the language. */
  LANGUAGE,
  HELP,
  /** The session is over. */
  END
}
