package org.voicepact.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.PartyAct;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** Two contracts into which personal data was put wherever the API and the SMS webhook take some, and what to look for. */
final class PersonalTraces {

  static final String SELLER = "+254712480915";
  static final String BUYER = "+254733916274";

  /** No party of the contract: what is stored about it stays. */
  static final String STRANGER = "+254799350648";

  /** In the terms, which stay: shows that what is there is found. */
  static final String PRODUCT = "Maize Xw6Ta9Ck2Ov7Jr4Ze1Hm8Gq5Nl3Bs0Uf";

  private static final String SELLER_NAME = "Wanjiku Qz7pLw2Xv9Kc4Tn8Rb1Hs6Jd3Gf5Ym0A";
  private static final String BUYER_NAME = "Otieno Vx3Nf8Ub5Ze1Wq7Yk4Pd9Lj2Mh6Cr0Sg";
  private static final String TRANSCRIPT = "She said Bt6Xo1Iv8Es3Ka5Nw9Dz2Fu7Gj4Ql0My";
  private static final String REASON = "The truck Hn5Rw8Pc2Yb7Tv4Ks1Xg9Qe6Lm3Zd0Jf";
  private static final String OFFICE = "the neighbour with the green gate takes calls for her";
  private static final String NOTE = "at the mill Wb3Kt8Zn5Qf1Xd7Ls9Vc2Jo6Rm4Hy0Ge";
  private static final String DISPUTE = "It was wet Tz6Ea1Mw9Cs4Ry7Ki2Ub8Fp3Dn5Xl0Vq";
  private static final String GROUNDS = "Both said Jm9Ox2Gc6Pv3Nf8Sa5Yd1Zk7Ht4Lw0Eb";
  private static final String ABOUT_IT = "the price Gc9Uz4Wk7Ax2Mo5Yr8Bq1Tl6Vp3Fh0En";
  private static final String ABOUT_NOTHING = "My brother Ld2Js7Xf4Ce9Rn6Hv1Oz8Wb5Iy3Kt0Pa";
  private static final String LINK = "link-Ys8Kb3Zt6Fa1Vm9Qo4Rc7Ew2Ui5Nx0Gd";
  private static final String REQUEST = "of-Wanjiku-Ka4Xt9Ve2Pz7Bn1Ho6Lq3Wd8Jm5Rf0Uc";
  private static final String SHORT_CODE = "code-Pf4Wr9Jn2Lx7Ob1Tq6Ac8Zk5Sv3Mu0Yh";

  /** How much of the end of each of these is without repetitions. */
  private static final int RANDOM = 30;

  private final VoicePactServer server;
  private final Api api;
  private String id;
  private String disputed;
  private List<String> keys;

  PersonalTraces(VoicePactServer server, Api api) {
    this.server = server;
    this.api = api;
  }

  /** Ends with a contract that the seller has cancelled, and one that an administrator has decided. */
  void leave() {
    Answer made = api.post(
        "/api/v1/contracts/create",
        """
        {"transcript": "%s", "terms": {"product": "%s", "total_amount": 350000},
         "parties": [{"role": "seller", "name": "%s", "phone_number": "%s"},
                     {"role": "buyer", "name": "%s", "phone_number": "%s"}]}
        """.formatted(TRANSCRIPT, PRODUCT, SELLER_NAME, SELLER, BUYER_NAME, atHome(BUYER)),
        "X-Request-Id",
        REQUEST);
    id = made.member("contract_id");
    sms(SELLER, "ask-" + SELLER.substring(1), "YES-" + id + " if " + ABOUT_IT);
    AtOnce.run(
        Collections.nCopies(8, () -> sms(atHome(BUYER), BUYER.substring(1) + "/7", "YES-" + id)));
    sms(SELLER, "hello-1", ABOUT_NOTHING);
    carryOut(signIn());
    disclose();
    dial();
    cancel();
    note();
    api.get("/api/v1/contracts?phone_number=" + Api.encoded(SELLER));
    PartyAct.CONFIRM.by(api, id, STRANGER);
    api.awaitAllSent(STRANGER);
  }

  private Answer sms(String from, String gatewayId, String text) {
    return api.form(
        "/api/v1/sms/webhook",
        Map.of(
            "id",
            gatewayId,
            "from",
            from,
            "to",
            SHORT_CODE,
            "text",
            text,
            "linkId",
            LINK,
            "date",
            "2026-11-24T06:04:45Z"));
  }

  /** The seller's token. */
  private String signIn() {
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + SELLER + "\"}");
    String code = SentCodes.await(server, SELLER, 1);
    return api.post(
            "/api/v1/auth/otp/verify",
            "{\"phone_number\": \"" + SELLER + "\", \"code\": \"" + code + "\"}")
        .member("access_token");
  }

  /** The other contract, with the words of those who carried it out. */
  private void carryOut(String token) {
    disputed = api.newContract(SELLER, BUYER);
    sms(SELLER, "yes-2", "YES-" + disputed);
    sms(BUYER, "yes-3", "YES-" + disputed);
    String path = "/api/v1/contracts/" + disputed;
    String[] bearer = {"Authorization", "Bearer " + token};
    String said = "{\"phone_number\": \"" + SELLER + "\", \"%s\": \"%s\"}";
    api.post(path + "/delivery", said.formatted("note", NOTE), bearer);
    api.post(path + "/dispute", said.formatted("reason", DISPUTE), bearer);
    api.post(
        path + "/resolve",
        "{\"outcome\": \"cancelled\", \"reason\": \"" + GROUNDS + "\"}",
        Administrator.of(server));
  }

  /** The seller reads the contract by the menu. */
  private void dial() {
    for (String typed : List.of("", "1", "1*1")) {
      api.form(
          "/api/v1/ussd",
          Map.of(
              "sessionId",
              "ATUid_" + SELLER.substring(1),
              "serviceCode",
              "*384*123#",
              "phoneNumber",
              SELLER,
              "networkCode",
              "63902",
              "text",
              typed));
    }
  }

  private void disclose() {
    PartyAct.DISCLOSE.by(api, id, SELLER);
    JsonNode disclosed = PartyAct.DISCLOSE
        .withCode(api, id, SELLER, SentCodes.await(server, SELLER, 2))
        .json();
    keys = disclosed.findValuesAsText("key");
  }

  private void cancel() {
    String claim = "{\"phone_number\": \"" + SELLER + "\", \"reason\": \"" + REASON + "\"%s}";
    api.post("/api/v1/contracts/" + id + "/cancel", claim.formatted(""));
    String code = SentCodes.await(server, SELLER, 3);
    api.post(
        "/api/v1/contracts/" + id + "/cancel", claim.formatted(", \"code\": \"" + code + "\""));
  }

  /** The one that was cancelled. */
  String id() {
    return id;
  }

  /** The one that was disputed. */
  String disputed() {
    return disputed;
  }

  private void note() {
    Answer noted = api.post(
        "/api/v1/contracts/" + id + "/notes",
        "{\"text\": \"" + OFFICE + "\"}",
        Administrator.of(server));
    if (noted.status() != 201) {
      throw new AssertionError("not noted: " + noted);
    }
  }

  /** What people have said and were called, in words that stand nowhere else. */
  static List<String> words() {
    return List.of(
        SELLER_NAME,
        BUYER_NAME,
        TRANSCRIPT,
        REASON,
        NOTE,
        OFFICE,
        DISPUTE,
        GROUNDS,
        ABOUT_IT,
        ABOUT_NOTHING,
        LINK,
        REQUEST,
        SHORT_CODE);
  }

  /** E.164, without the plus, as it is dialled at home, percent-encoded, and with blanks. */
  static List<String> numbers() {
    return Stream.of(SELLER, BUYER)
        .flatMap(phone -> Stream.of(
            phone,
            phone.substring(1),
            atHome(phone),
            phone.substring(4),
            Api.encoded(phone),
            phone.substring(4).replaceAll("(...)(...)(...)", "$1 $2 $3")))
        .toList();
  }

  private static String atHome(String phone) {
    return "0" + phone.substring(4);
  }

  /** Those of the commitments, in hex. */
  List<String> keys() {
    return keys;
  }

  /**
   * Parts of words that a file may hold as they are although it is compressed: a text without repetitions is left in
   * pieces of up to 32 characters.
   */
  static List<String> pieces(String words) {
    String random = words.substring(words.length() - RANDOM);
    return IntStream.rangeClosed(0, RANDOM - 10)
        .mapToObj(start -> random.substring(start, start + 10))
        .toList();
  }
}
