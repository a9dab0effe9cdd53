package org.voicepact.access.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.access.entity.OperatorRole.ADMIN;
import static org.voicepact.access.entity.OperatorRole.MEDIATOR;
import static org.voicepact.access.entity.OperatorRole.OFFICER;
import static org.voicepact.access.entity.OperatorRole.VIEWER;

import org.junit.jupiter.api.Test;

class OperatorRoleTest {

  @Test
  void eachMayAllThatTheOneBeforeItMay() {
    assertThat(VIEWER.roles())
        .containsOnly(Roles.OPERATOR, Roles.READ, Roles.PROGRESS, Roles.NOTES_READ);
    assertThat(OFFICER.roles())
        .containsAll(VIEWER.roles())
        .contains(Roles.WRITE, Roles.SEND, Roles.NOTES_WRITE, Roles.MESSAGES)
        .hasSize(8);
    assertThat(MEDIATOR.roles())
        .containsAll(OFFICER.roles())
        .contains(Roles.RESOLVE)
        .hasSize(9);
    assertThat(ADMIN.roles())
        .containsAll(MEDIATOR.roles())
        .contains(Roles.PAYMENTS, Roles.ADMIN)
        .hasSize(11);
  }

  @Test
  void noneIsAPartyOrHoldsAKey() {
    for (OperatorRole role : OperatorRole.values()) {
      assertThat(role.roles()).doesNotContain(Roles.PARTY, Roles.KEY_HOLDER);
    }
  }
}
