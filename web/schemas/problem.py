"""The problem document (RFC 9457) of every error."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Problem(BaseModel):
    """Why a request was refused, and what to do about it."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "examples": [
                {
                    "type": "/about/problems#not-found",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "no record bears the id 'cm-1-25'",
                    "request_id": "9f1c0d4c6b1e4f8b8b1b0a4cf2a7c1de",
                }
            ]
        },
    )

    type: Annotated[str, Field(description="Names the kind of problem")]
    title: str
    status: int
    detail: str
    request_id: Annotated[str, Field(description="Also in the X-Request-Id header and in the server's log")]
