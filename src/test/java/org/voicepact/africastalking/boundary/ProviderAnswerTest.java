package org.voicepact.africastalking.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SendOutcome.Accepted;
import org.voicepact.sms.entity.SendOutcome.Lost;
import org.voicepact.sms.entity.SendOutcome.Postponed;
import org.voicepact.sms.entity.SendOutcome.Refused;

/** The shapes are those that public projects have recorded of Africa's Talking, with the codes varied. */
class ProviderAnswerTest {

  private static final PhoneNumber PHONE = new PhoneNumber("+254700072929");
  private static final PhoneNumber OTHER = new PhoneNumber("+254700072930");

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 102})
  void theseCodesSayThatItWasTaken(int code) {
    assertThat(one(code, "Success", "ATXid_a9aece16db3a68dfbd50003ae524d4fa"))
        .isEqualTo(new Accepted(Optional.of("ATXid_a9aece16db3a68dfbd50003ae524d4fa")));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501})
  void theseCodesPass(int code) {
    assertThat(one(code, "InternalServerError", "None")).isInstanceOf(Postponed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 404, 405, 406, 407, 409, 502, 0, 999})
  void allOthersAreForGood(int code) {
    assertThat(one(code, "UserInBlacklist", "None"))
        .isEqualTo(new Refused("the provider says " + code + " UserInBlacklist"));
  }

  @Test
  void anIdThatIsNoneIsNone() {
    assertThat(one(102, "Success", "None")).isEqualTo(new Accepted(Optional.empty()));
  }

  @Test
  void anEmptyListIsARefusalOfAll() {
    assertThat(read(
            201,
            "{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\",\"Recipients\":[]}}",
            PHONE,
            OTHER))
        .containsOnlyKeys(PHONE, OTHER)
        .containsValue(new Refused("the provider took none: InvalidSenderId"));
  }

  @Test
  void eachRecipientHasItsOwnOutcome() {
    Map<PhoneNumber, SendOutcome> outcomes = read(
        201,
        "{\"SMSMessageData\":{\"Message\":\"Sent to 1/2\",\"Recipients\":["
            + recipient(OTHER, 403, "InvalidPhoneNumber", "None")
            + ","
            + recipient(PHONE, 101, "Success", "ATXid_1")
            + "]}}",
        PHONE,
        OTHER);

    assertThat(outcomes.get(PHONE)).isEqualTo(new Accepted(Optional.of("ATXid_1")));
    assertThat(outcomes.get(OTHER)).isInstanceOf(Refused.class);
  }

  @Test
  void aWrongKeyIsTriedAgainWhenTheOperatorHasMendedIt() {
    assertThat(read(401, "The supplied authentication is invalid", PHONE))
        .containsEntry(PHONE, new Postponed("the provider answered 401"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 401, 402, 403, 404, 405, 407, 408, 429})
  void whatTheOperatorCanMendIsTriedAgain(int status) {
    assertThat(read(status, "<html>Log in to the proxy</html>", PHONE, OTHER))
        .containsOnlyKeys(PHONE, OTHER)
        .containsValue(new Postponed("the provider answered " + status));
  }

  @Test
  void aRequestThatIsWrongStaysWrong() {
    assertThat(read(400, "{}", PHONE))
        .containsEntry(PHONE, new Refused("the provider answered 400"));
    assertThat(read(409, "{\"statusCode\":409}", PHONE))
        .containsEntry(PHONE, new Refused("the provider answered 409"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Log in</html>", "", "[]", "{}", "null", "{\"SMSMessageData\":1}"})
  void aPageOfSomebodyOnTheWayTellsNothing(String body) {
    assertThat(read(200, body, PHONE).get(PHONE)).isInstanceOf(Lost.class);
  }

  @Test
  void whatItSaysOfANumberIsNeverANumber() {
    assertThat(((Refused) one(403, "No +254700072929!", "None")).reason())
        .isEqualTo("the provider says 403 No ");
  }

  private static SendOutcome one(int code, String status, String id) {
    return read(
            201,
            "{\"SMSMessageData\":{\"Message\":\"Sent to 1/1 Total Cost: USD 0.0079 Message parts: 1\","
                + "\"Recipients\":["
                + recipient(PHONE, code, status, id)
                + "]}}",
            PHONE)
        .get(PHONE);
  }

  private static String recipient(PhoneNumber phone, int code, String status, String id) {
    return "{\"cost\":\"KES 0.8000\",\"messageId\":\"" + id + "\",\"number\":\"" + phone.e164()
        + "\",\"status\":\"" + status + "\",\"statusCode\":" + code + "}";
  }

  private static Map<PhoneNumber, SendOutcome> read(int status, String body, PhoneNumber... to) {
    return ProviderAnswer.read(new RawAnswer(status, body), List.of(to));
  }
}
