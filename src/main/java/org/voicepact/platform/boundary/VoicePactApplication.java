package org.voicepact.platform.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

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
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class VoicePactApplication extends Application {}
