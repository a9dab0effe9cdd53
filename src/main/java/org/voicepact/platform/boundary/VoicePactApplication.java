package org.voicepact.platform.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST application at the root of the server: the API under {@code /api/v1}, pages beside it. */
@ApplicationPath("/")
@OpenAPIDefinition(
    info =
        @Info(
            title = "VoicePact",
            version = "1.0.0",
            description =
                "Contracts that people make by phone: written down, confirmed by every party, provable to anybody.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    // Which of them an operation needs depends on AUTH_MODE; that none is needed is one of the
    // possibilities.
    security = {
      @SecurityRequirement(name = "apiKey"),
      @SecurityRequirement(name = "token"),
      @SecurityRequirement(name = "operator")
    },
    components =
        @Components(
            securitySchemes = {
              @SecurityScheme(
                  securitySchemeName = "apiKey",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.HEADER,
                  apiKeyName = "X-API-Key",
                  description = "Where AUTH_MODE is open or has api-key"),
              @SecurityScheme(
                  securitySchemeName = "token",
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  bearerFormat = "JWT",
                  description = "Where AUTH_MODE is open or has jwt"),
              @SecurityScheme(
                  securitySchemeName = "operator",
                  type = SecuritySchemeType.APIKEY,
                  in = SecuritySchemeIn.COOKIE,
                  apiKeyName = "voicepact",
                  description =
                      "The session of an operator, in every AUTH_MODE; __Host-voicepact by HTTPS. What changes something also"
                          + " needs the token of the session in X-CSRF-Token or the form field csrf.")
            }))
public class VoicePactApplication extends Application {}
