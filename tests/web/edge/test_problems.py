def test_an_unforeseen_error_is_a_problem_document_that_tells_nothing(client_of):
    response = client_of().get("/broken")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text
