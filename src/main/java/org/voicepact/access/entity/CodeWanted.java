package org.voicepact.access.entity;

import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Event: a caller asks that a code is sent to a number. Nothing is known yet of whether the number is anybody's;
 * that is found out after the caller was answered, so that neither answer nor time tells it.
 *
 * @param contractId of the contract that shall be acted on; empty for signing in
 */
public record CodeWanted(
    PhoneNumber phone, CodePurpose.Action action, Optional<String> contractId) {}
