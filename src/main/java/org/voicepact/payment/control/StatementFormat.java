package org.voicepact.payment.control;

import org.voicepact.payment.entity.Statement;

/** A form in which statements come. */
public interface StatementFormat {

  /** By which a caller names it. */
  String name();

  /**
   * @throws org.voicepact.platform.entity.InvalidInput naming each line that cannot be read
   */
  Statement read(String csv);
}
