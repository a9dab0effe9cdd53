package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.SimSwapNotice;
import org.voicepact.payment.entity.SimSwapReply;
import org.voicepact.platform.entity.PhoneNumber;

/** Port: somebody who knows when the card of a number was last replaced. */
public interface SimSwapCheck {

  /** Why it cannot work as it is set up, each naming a setting; empty where it can. */
  List<String> faults();

  /** Asks; over the network, so never within a transaction. */
  SimSwapReply ask(PhoneNumber phone);

  /** Reads a notice that answers a question; empty where it is none. */
  Optional<SimSwapNotice> read(JsonNode notice);
}
