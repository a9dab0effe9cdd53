package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.entity.PhoneNumber;

/** Encrypts one-time codes for as long as they wait in the outbox: AES-256-GCM (NIST SP 800-38D), bound to the number. */
@Singleton
public class SealingCodes {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  @Inject
  public SealingCodes(InstallationSecret secret, SecureRandom random) {
    this.key = new SecretKeySpec(secret.keyFor("sms-code/1"), "AES");
    this.random = random;
  }

  byte[] seal(PhoneNumber phone, String code) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, phone)
          .doFinal(code.getBytes(StandardCharsets.US_ASCII));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @return empty where it was sealed with another {@code SECRET_KEY} or for another number
   */
  Optional<String> open(PhoneNumber phone, byte[] sealed) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), phone);
      byte[] code = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(code, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, PhoneNumber phone) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(phone.e164().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
